import { readFile } from 'node:fs/promises';
import { read, refusal } from '../../documents/support/read.js';

/** What `make.mjs` had other programs write. */
const file = async (name: string) => ({ name, content: await readFile(new URL(`./files/${name}`, import.meta.url)) });

const MINUTES = [
  'Minutes',
  'Tab\tT-34 telescope',
  'First line',
  'second line',
  'Orders grew[^1]',
  'the plan [https://observatory.example]',
  '1. Open the dome',
  '  1.a) slowly',
  '  1.b) wholly',
  '2. Cool the camera',
  'Who\tWhat',
  'Ada\truns & rests',
  'Page ',
  '',
  '[^1]: Counted by hand',
];
const report = (hyphen: string) => [
  'Report of the observatory',
  `Grüße from the dome${hyphen}top: 1 < 2 & 3 > 2 🔭`,
  '1. Open the dome',
  '2. Cool the camera',
  '- a mirror',
  'Who\tWhat\tWhen',
  'Ada\t\tnow',
  'End',
];
const hours = (address: string) => [
  '# Hours & days',
  'Name\tDate\tWorked\tShare\tDone',
  'Ada\t2026-11-23\t36:00\t25%\tTRUE',
  'Ben\t2026-11-23T18:00:00\t1:30\t12.5%\tFALSE',
  'Rich text\t\t37:30',
  '#DIV/0!\tsite\t7 d\ta b',
  'Links:',
  `B5 [${address}]`,
  '',
  '# Kept back (hidden)',
  'secret',
  '',
  '# Nothing',
];
const DECK = [
  '# Slide 1',
  'First light',
  'in May',
  'Who\tWhat',
  'Ada\truns',
  '',
  '# Slide 2 (hidden)',
  'Not shown',
  '',
  '# Slide 3',
];

const PAPER = [
  'Orbits',
  'Of light: (a+b)/(c−d) and √x.',
  ...['1. first', '2. second', 'Between', '1. again', '2. and on'],
  ...['- ☒ done', '- ☐ open', 'Who\tWhat', 'Ada\truns'],
];
const FORM = [
  ...['# Page 1', 'Application', 'Your name: Ada', 'agreed: ☒', ''],
  ...['# Page 2', '会議は月曜日', '会议在星期一', '회의는 월요일', ''],
  '# Page 3',
];

const SUMS = [
  '# Sums',
  ...['€1234.5\t-€1234.5\t€0', '1234.5 €\t-1234.5 €\t0 €', '$1234.5\t-$1234.5\t$0'],
  ...['CHF 1234.5\tCHF -1234.5\tCHF 0', '1234.5 kr\t-1234.5 kr\t0 kr', '£1234.5\t-£1234.5\t£0'],
  ...['1234.5\t-1234.5\t0', '1234.5\t-1234.5\t0', '1234.5\t-1234.5\t0'],
  ...['1234.5 Stück\t-1234.5 Stück\t0 Stück', '1234.5 %\t-1234.5 %\t0 %'],
  ...['123450% p.a.\t-123450% p.a.\t0% p.a.', '', 'until\t2026-11-28T14:30:00', ''],
  ...['# Links', 'Offer\t\tmerged', 'https://example.com/plain', 'in here', 'Ada'],
  ...['Formula [https://example.com/f]', 'plain bold end', 'Links:'],
  ...['A1 [https://example.com/a?b=1&c=2]', 'A4 [ada@fernglas.example]'],
];
const LINKED = [
  'See the page [https://example.com/p?a=1&b=2], https://example.com/auto, Ada [ada@fernglas.example] and a note[^1].',
  '',
  '[^1]: A footnote with a link [https://example.com/foot].',
];

const IN_WORDS = 'The file is shown in words, not as it is stored.';
const CALENDAR = [
  ...['Method: REQUEST', 'Name: Observatory', 'Timezone id: Europe/Berlin', ''],
  ...['# Event', 'UID: first-light@observatory.example'],
  ...['Start: 2026-12-03T18:00 (Europe/Berlin)', 'End: 2026-12-03T19:30 (Europe/Berlin)'],
  'Repeats: FREQ=WEEKLY;COUNT=3;BYDAY=TH',
  'Summary: Erstes Licht; Kuppel, Süd — mit einer Zeile, die so lang ist, dass sie gefaltet werden muss 🔭',
  ...['Location: Dome', 'Hill 1', 'Geo: 52.5;13.4', 'Description: Bring:', '- coats', '- "tea, hot"'],
  'Organizer: Ada: of the dome <ada@observatory.example>',
  'Attendee: Ben, Carter <ben@observatory.example> (accepted, req participant)',
  '',
  ...['# Event', 'UID: closed@observatory.example', 'Start: 2026-12-24', 'End: before 2026-12-27', 'Summary: Closed'],
];
const WATCH = [
  ...[
    '# Event',
    'Summary: Night watch, part 1; dome',
    'Start: 2026-12-03T21:00Z (UTC)',
    'End: 2026-12-04T05:00Z (UTC)',
  ],
  'Attendee: Ben Carter <ben@observatory.example> (opt participant)',
  ...['Description: First line', 'Second line, with a \\ in it'],
];
const CARD = [
  ...['# Contact', 'Email: zoe@observatory.example', 'Name: Zoë Müller', 'Note: Likes tea, and', 'long nights'],
  ...['Organisation: Observatory, Optics; mirrors', 'Phone (work): +49 30 1234'],
];

it.each<[name: string, lines: readonly string[], notes: readonly string[] | undefined]>([
  ['docx.docx', MINUTES, ['Headers and footers are left out.']],
  ['python-docx.docx', report('\u2011'), undefined],
  ['libreoffice.docx', report('-'), undefined],
  ['exceljs.xlsx', hours('https://observatory.example'), undefined],
  ['libreoffice.xlsx', hours('https://observatory.example/'), ['Headers and footers are left out.']],
  [
    'openpyxl.xlsx',
    [
      '# Numbers',
      'Day\tTime\tLength\tSum',
      '2026-11-23\t18:30:00\t36:00:00\t=1+1',
      '',
      '0.3\tAZ4: far',
      '',
      '# Picture (only a chart)',
    ],
    [
      'Comments are left out.',
      'Formulas whose result is not stored in the file are written as formulas.',
      'Behind many empty columns a cell is written with its place, such as XFD1: value.',
    ],
  ],
  ['pptxgenjs.pptx', DECK, ['Speaker notes are left out.']],
  ['libreoffice.pptx', DECK, ['Speaker notes are left out.']],
  ['pandoc.docx', PAPER, undefined],
  ['pandoc-links.docx', LINKED, undefined],
  ['xlsxwriter.xlsx', SUMS, ['Charts, pictures and text boxes are left out.', 'Headers and footers are left out.']],
  ['reportlab.pdf', FORM, ['Page 3 has no text: empty, or a picture, as a scan has.']],
  ['ical-generator.ics', CALENDAR, [IN_WORDS]],
  ['icalendar.ics', WATCH, [IN_WORDS]],
  ['vobject.vcf', CARD, ['Pictures and files within it are left out.', IN_WORDS]],
  ['pdf-lib.pdf', ['# Page 1', 'Ice cores of 2026', 'First line of text', '', '# Page 2', 'Second page'], undefined],
])('reads %s', async (name, lines, notes) => {
  expect(await read(await file(name))).toEqual({ text: lines.join('\n'), truncated: false, notes });
});

it('reads the rows of the rich text that pandoc writes', async () =>
  expect((await read(await file('pandoc.rtf'))).text).toContain('\nWho\tWhat\nAda\truns'));

it('reads the same words in the PDF and the page that LibreOffice makes of a document', async () => {
  const words = async (name: string) => (await read(await file(name))).text.replaceAll(/\s+/g, ' ');
  expect(await words('libreoffice.pdf')).toContain('Grüße from the dome-top: 1 < 2 & 3 > 2 🔭 1. Open the dome');
  expect(await words('libreoffice.html')).toContain('Grüße from the dome‑top: 1 < 2 & 3 > 2 🔭 1. Open the dome');
});

it.each<[name: string, why: string]>([
  ['libreoffice-old.docx', 'in the old format of Word (.doc)'],
  ['libreoffice-odt.docx', 'an OpenDocument file'],
  ['libreoffice-protected.pdf', 'protected by a password'],
  ['pdf-lib-scan.pdf', 'no text layer'],
])('says what %s is', async (name, why) => expect((await refusal(await file(name))).message).toContain(why));
