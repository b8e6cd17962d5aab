import { assertGrowsWithLength } from '../support/growth.js';
import { readHere } from './support/read-here.js';
import { read } from './support/read.js';

const readFile = (content: string, name: string, contentType?: string) =>
  read({ name, contentType, content: Buffer.from(content) });

describe('Cards and calendars', () => {
  const INVITATION = [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    ...['BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'END:STANDARD', 'END:VTIMEZONE'],
    'BEGIN:VEVENT',
    'ORGANIZER;CN="Lovelace; Ada":mailto:ada@fernglas.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Ben:MAILTO:ben@fern',
    ' glas.example',
    'SUMMARY;LANGUAGE=de-DE:Bespre',
    '\tchung',
    'DESCRIPTION:eins\\nzwei\\, drei',
    'DTSTART;TZID=W. Europe Standard Time:20260504T090000',
    'DTEND:20260504T080030Z',
    'RRULE:FREQ=WEEKLY;UNTIL=20260701T000000Z;BYDAY=MO',
    ...['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE', 'ATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA'],
    ...['BEGIN:VALARM', 'DESCRIPTION:REMINDER', 'END:VALARM', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'SUMMARY:Holiday', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260502', 'END:VEVENT'],
    'END:VCALENDAR',
  ];
  const SHOWN = [
    ...['Method: REQUEST', '', '# Event'],
    'Organizer: Lovelace; Ada <ada@fernglas.example>',
    'Attendee: Ben <ben@fernglas.example> (needs action)',
    ...['Summary: Besprechung', 'Description: eins', 'zwei, drei'],
    ...['Start: 2026-05-04T09:00 (W. Europe Standard Time)', 'End: 2026-05-04T08:00:30Z'],
    'Repeats: FREQ=WEEKLY;UNTIL=20260701T000000Z;BYDAY=MO',
    ...['', '# Event', 'Summary: Holiday', 'Start: 2026-05-01', 'End: before 2026-05-02'],
  ].join('\n');

  it.each([
    ['invite.ics', 'text/calendar; method=REQUEST', '\r\n'],
    ['', 'text/calendar', '\n'],
    ['plan.ics', 'application/octet-stream', '\r\n'],
  ])('are read in words, in whole lines: %s of type %s', async (name, contentType, end) => {
    const { text, notes } = await readFile(INVITATION.join(end), name, contentType);
    expect(text).toBe(SHOWN);
    expect(notes?.join()).toMatch(/Pictures and files.*in words, not as it is stored/);
  });

  it.each<[what: string, lines: readonly string[], text: string]>([
    [
      'of today',
      [
        'FN:Ada Lovelace',
        'N:Lovelace;Ada;;;',
        'item1.EMAIL;TYPE=work:ada@x.example',
        'ADR;TYPE=home:;;12 Main St\\, 3;London;;N1;UK',
      ],
      'Name: Ada Lovelace\nEmail (work): ada@x.example\nAddress (home): 12 Main St, 3, London, N1, UK',
    ],
    [
      'of version 2.1',
      [
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9C;J=C3=B6rg',
        'TEL;CELL;VOICE:+49 170',
        ...['NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:gr=FC=', '=DFe'],
        ...['PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ', ' AAAA'],
      ],
      'N: Ü, Jörg\nPhone: +49 170\nNote: grüße',
    ],
    ['with odd lines', ['__proto__:x', ':y', ';', 'NOTE;=:z', 'NOTE;a="b:c":d', 'no line'], '__proto__: x\nNote: d'],
  ])('are read: a card %s', async (_what, lines, text) => {
    const card = ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n');
    expect((await readFile(card, 'a.vcf')).text).toBe(`# Contact\n${text}`);
  });

  it('that are neither are read as they are', async () =>
    expect((await readFile('one: two\r\n  three', 'a.ics')).text).toBe('one: two\r\n  three'));

  it.each(['A:b\n', ' folded\n', 'N;QUOTED-PRINTABLE:=\n', 'N;a=b', 'N;a="', 'BEGIN:VALARM\n', '20260101T'])(
    'of %j are read in time that grows with their length',
    (piece) =>
      assertGrowsWithLength((size) => readHere('calendar', `BEGIN:VCALENDAR\nDTSTART:${piece.repeat(size)}`), 20_000),
  );
});
