import type { ExtractionLimits } from '@app/documents';
import { strToU8 } from 'fflate';
import { readerOf } from '../../libs/documents/src/formats/index.js';
import { TextOut } from '../../libs/documents/src/formats/text-out.js';
import { aBomb, aDeck, aDocx, aPackage, aPdf, aSheet, ENTITIES, spaces } from './support/make.js';
import { documents, read, refusal } from './support/read.js';

const textOf = (name: string, content: Uint8Array, limits?: Partial<ExtractionLimits>) =>
  read({ name, content }, limits);
const errorOf = (name: string, content: Uint8Array, limits?: Partial<ExtractionLimits>) =>
  refusal({ name, content }, limits);

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('Word', () => {
  it('is read as paragraphs and tables, with notes and without what was deleted', async () => {
    const body = [
      `<w:p>${run('Minutes of ')}${run('Monday &amp; Tuesday')}</w:p>`,
      `<w:p><w:del><w:r><w:delText>never said</w:delText></w:r></w:del>${run('Tab')}<w:r><w:tab/></w:r>${run('and break')}<w:r><w:br/></w:r>${run('here')}</w:p>`,
      `<w:tbl><w:tr><w:tc><w:p>${run('Who')}</w:p></w:tc><w:tc><w:p>${run('What')}</w:p></w:tc></w:tr></w:tbl>`,
      `<mc:AlternateContent><mc:Choice><w:p>${run('once')}</w:p></mc:Choice><mc:Fallback><w:p>${run('twice')}</w:p></mc:Fallback></mc:AlternateContent>`,
    ];
    const footnotes = `<w:footnotes ${spaces(['w'])}><w:footnote><w:p>${run('A note')}</w:p></w:footnote></w:footnotes>`;
    const { text } = await textOf('minutes.docx', aDocx(body.join(''), { 'footnotes.xml': footnotes }));
    expect(text).toBe('Minutes of Monday & Tuesday\nTab\tand break\nhere\nWho\tWhat\nonce\n\nA note');
  });
});

describe('Excel', () => {
  it('is read sheet by sheet: shared and inline texts, numbers, booleans and dates, each in its column', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>inline</t></is></c></row>',
      '<row r="2"><c r="A2"><v>12.5</v></c><c r="B2" s="1"><v>46349</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" s="2"><v>46349.75</v></c></row>',
    ];
    const parts = {
      'xl/strings.xml':
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Rich </t></r><r><t>text</t></r></si></sst>',
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    };
    const { text } = await textOf('budget.xlsx', aSheet(rows.join(''), parts));
    expect(text).toBe('# Budget\nRich text\t\tinline\n12.5\t2026-11-23\tTRUE\t2026-11-23T18:00:00');
  });
});

describe('PowerPoint', () => {
  it('is read in the order in which the slides are shown', async () => {
    const { text } = await textOf('deck.pptx', aDeck([['shown last'], ['shown first', 'second line']]));
    expect(text).toBe('# Slide 1\nshown first\nsecond line\n\n# Slide 2\nshown last');
  });
});

describe('PDF', () => {
  it('is read page by page', async () => {
    expect((await textOf('report.pdf', aPdf('Ice cores of 2026 (draft)'))).text).toBe(
      '# Page 1\nIce cores of 2026 (draft)',
    );
  });

  it('of pictures only is told apart', async () => {
    expect((await errorOf('scan.pdf', aPdf(''))).message).toContain('only pictures');
  });
});

describe('a document that is not what it should be', () => {
  const lied = () => {
    const content = aDocx('<w:p/>');
    const view = new DataView(content.buffer, content.byteOffset);
    // The size that the local header claims: nothing is believed of it.
    view.setUint32(22, 3, true);
    return content;
  };

  it('a zip bomb is refused with a reason', async () => {
    // In this process: those that read documents let others first, and `bombs.deep.spec.ts` has it in one of them.
    const reader = await readerOf('docx');
    await expect(reader(aBomb(), new TextOut(10), {})).rejects.toThrow('too large when unpacked');
  });

  it.each<[string, string, () => Uint8Array, string]>([
    ['a package of very many parts', 'many.docx', manyParts, 'too many parts'],
    [
      'a document type with entities',
      'laughs.docx',
      () => aPackage({ 'word/document.xml': ENTITIES }),
      'document type',
    ],
    ['a broken zip', 'broken.docx', () => aDocx('<w:p/>').slice(0, 40), 'no Word document'],
    ['another zip', 'other.docx', () => aPackage({ 'readme.txt': 'x' }), 'no Word document'],
    ['no zip at all', 'text.xlsx', () => strToU8('hello'), ''],
    ['a broken PDF', 'broken.pdf', () => strToU8('%PDF-1.4 nothing'), ''],
    ['bytes that are not text', 'binary.txt', () => Uint8Array.of(0, 1, 2), 'not text'],
  ])('%s is refused with a reason', async (_what, name, content, why) => {
    const { code, message } = await errorOf(name, content());
    expect([code, message]).toEqual(['not_allowed', expect.stringContaining(why)]);
  });

  it('is read when only what it says of sizes is wrong', async () =>
    expect((await textOf('lied.docx', lied())).text).toBe(''));

  it('is not looked at when it is too large or of another kind', async () => {
    expect((await errorOf('a.txt', new Uint8Array(11), { maxBytes: 10 })).message).toContain('too large');
    expect((await errorOf('movie.mp4', new Uint8Array(1))).message).toContain('kind');
  });
});

it.each<[name: string, contentType: string | undefined]>([
  ['rows.jsonl', 'application/octet-stream'],
  ['settings.conf', undefined],
  ['README.text', undefined],
  ['report.pdf ', undefined],
  ['template', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template'],
  ['macros', 'application/vnd.ms-excel.sheet.macroEnabled.12'],
  ['show', 'application/vnd.openxmlformats-officedocument.presentationml.slideshow'],
  ['feed', 'application/atom+xml'],
  ['page', 'application/xhtml+xml; charset=utf-8'],
])('knows what can be read by name and type: %s', (name, contentType) =>
  expect(documents.reads({ name, contentType })).toBe(true),
);

it('gives no more text than is bearable, and says so', async () => {
  expect(await textOf('a.txt', strToU8('x'.repeat(100)), { maxCharacters: 10 })).toEqual({
    text: 'x'.repeat(10),
    truncated: true,
  });
});

function manyParts(): Uint8Array {
  return aPackage(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`p${index}`, ''])));
}
