import { aPackage, aSheet, relationships, spaces } from './support/make.js';
import { read } from './support/read.js';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A row of numbers, each in its format: a code, or the number of a built-in one. */
async function shown(cells: readonly (readonly [value: number, format: string | number])[], properties = '') {
  const formats = cells.map(([, format], index) => (typeof format === 'number' ? format : 200 + index));
  const own = cells.flatMap(([, format], index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>` : [],
  );
  const styles = `<styleSheet ${MAIN}><numFmts>${own.join('')}</numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
  const row = cells.map(([value], index) => `<c s="${index}"><v>${value}</v></c>`).join('');
  const { text } = await read({
    name: 'a.xlsx',
    content: aSheet(`<row>${row}</row>`, { 'xl/styles.xml': styles }, properties),
  });
  return text.split('\n')[1]?.split('\t');
}

const rows = async (xml: string, parts = {}) =>
  (await read({ name: 'a.xlsx', content: aSheet(xml, parts) })).text.split('\n').slice(1);

it('shows numbers as their formats do', async () => {
  const cells: [number, string | number, string][] = [
    [1.5, '[h]:mm', '36:00'],
    [1.5, '[mm]:ss', '2160:00'],
    [0.5, '[ss].0', '43200.0'],
    [1.5, '[h]"h" mm"m"', '36h 00m'],
    [1.5, 46, '36:00:00'],
    [-0.5, '[h]:mm', '-12:00'],
    [46349, 'dd/mm/yyyy', '2026-11-23'],
    [46349.75, '[$-407]d. mmmm yyyy hh:mm', '2026-11-23T18:00:00'],
    [46349, '[$-F800]dddd, mmmm dd, yyyy', '2026-11-23'],
    [46349, '[$-411]ggge"年"m"月"d"日"', '2026-11-23'],
    [46349, 'mmm', '2026-11-23'],
    [46349, 31, '2026-11-23'],
    [46349, 57, '2026-11-23'],
    [0.75, 'h:mm AM/PM', '18:00:00'],
    [1.75, 'h:mm', '18:00:00'],
    [1, 14, '1900-01-01'],
    [7, '0" d"', '7 d'],
    [7, '0\\d', '7 d'],
    [7, '#,##0.00 [$€-407]', '7 €'],
    [7, '[Red]0;[Blue]-0', '7'],
    [12345, '0.00E+00', '12345'],
    [0.125, '0.0%', '12.5%'],
    [0.07, 9, '7%'],
    [46349, '[<1]h:mm;dd.mm.yyyy', '2026-11-23'],
    [0.25, '[<1]h:mm;dd.mm.yyyy', '06:00:00'],
    [-3, 'dd.mm.yyyy;0', '-3'],
    [0.1 + 0.2, 'General', '0.3'],
    [-1, 14, '-1'],
    [0.0007074, 'mm:ss.0', '00:01:01.1'],
    [46349.5, 'yyyy-mm-dd hh:mm:ss.000', '2026-11-23T12:00:00.000'],
    [1.5, 'd" d "h" h"', '1 d 12 h'],
    [3.0625, 'dd:hh:mm', '03:01:30'],
    [46349.75, 'd h:mm', '2026-11-23T18:00:00'],
    [1067, '00000', '01067'],
    [123456789, '000\\-00\\-0000', '123-45-6789'],
    [12, '0E+0', '12'],
    [12.5, '00', '12.5'],
    [5, '"yes";"yes";"no"', 'yes'],
    [0, '"yes";"yes";"no"', 'no'],
    [5, ';;;', '5'],
    [5, 'General "d"', '5 d'],
    [-7.5, '[$-40C]#,##0.00\\ [$EUR]', '-7.5 EUR'],
    [7, '[$₹-4009]\\ #,##0', '₹7'],
    [-7, '"PLN"#,##0;("PLN"#,##0)', 'PLN -7'],
    [7_000_000, '0.0,," million"', '7000000'],
    [0.5, '# ?/?" cup"', '0.5 cup'],
  ];
  expect(await shown(cells.map(([value, format]) => [value, format]))).toEqual(cells.map(([, , text]) => text));
});

it('counts from 1904 where the workbook does', async () =>
  expect(await shown([[44887, 14]], '<workbookPr date1904="1"/>')).toEqual(['2026-11-23']));

it('reads texts without how they are said, and every type of cell', async () => {
  const strings = `<sst ${MAIN}><si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_b&#65;</t></si></sst>`;
  const cells = [
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c>',
    '<c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>text</v></c><c t="d"><v>2026-11-23T00:00:00</v></c><c><f t="shared" si="0"/><v>4</v></c>',
  ];
  expect(await rows(`<row>${cells.join('')}</row>`, { 'xl/strings.xml': strings })).toEqual([
    '東京\ta bA\tinline\tFALSE\t#N/A\ttext\t2026-11-23\t4',
  ]);
});

it('takes empty results for results, and says that hidden rows are there', async () => {
  const cells =
    '<c t="str"><f>IF(A1,"","x")</f><v></v></c><c t="str"><f>""</f><v/></c><c t="inlineStr"><v>odd</v></c><c><f>1+1</f><v/></c>';
  expect(await read({ name: 'a.xlsx', content: aSheet(`<row hidden="1">${cells}</row>`) })).toMatchObject({
    text: '# Budget\n\t\todd\t=1+1',
    notes: [expect.stringContaining('hides'), expect.stringContaining('Formulas')],
  });
});

it('writes columns that are far away by their place, and empty ones not at all', async () => {
  expect(
    await rows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="2"><c r="B2"><v>2</v></c><c r="XFD2"><v>3</v></c></row>',
    ),
  ).toEqual(['1', '\t2\tXFD2: 3']);
  expect(await rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>')).toEqual([
    '1',
    '',
    '2',
  ]);
});

it('finds sheets by their relationships, whatever the prefix', async () => {
  const s = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const content = aPackage({
    '_rels/.rels': relationships({ a: ['officeDocument', '/book/main.xml'] }),
    'book/main.xml': `<x:workbook ${s} ${spaces(['r']).replace('xmlns:r', 'xmlns:rel')}><x:sheets><x:sheet name="A &amp; B" state="veryHidden" rel:id="one"/><x:sheet name="Again" rel:id="one"/></x:sheets></x:workbook>`,
    'book/_rels/main.xml.rels': relationships({ one: ['worksheet', '../cells/first.xml'] }),
    'cells/first.xml': `<x:worksheet ${s}><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>found</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  const { text } = await read({ name: 'a.xlsx', content });
  expect(text).toContain('found');
});

it('says where a formula is that cells without results share, and whose links lead where', async () => {
  const cells =
    '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f></c><c r="B1" t="str"><f>HYPERLINK("https://example.com/","Site")</f><v>Site</v></c>';
  const rowsOf = `<row r="1">${cells}</row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>`;
  expect(await rows(rowsOf)).toEqual(['=B1*2\tSite [https://example.com/]', '=(as in A1)']);
});

it('names a sheet whose part is lost', async () => {
  const lost = '<sheets><sheet name="Lost" r:id="none"/></sheets>';
  expect((await read({ name: 'a.xlsx', content: aSheet('', {}, lost) })).text).toContain('# Lost (not in the file)');
});

it('stops at the limit, and says when there is nothing', async () => {
  const many = aSheet('<row><c><v>1234567</v></c></row>'.repeat(50_000));
  expect(await read({ name: 'a.xlsx', content: many }, { maxCharacters: 100 })).toMatchObject({ truncated: true });
  const { text, notes } = await read({ name: 'a.xlsx', content: aSheet('<row><c s="3"/></row>') });
  expect([text, notes]).toEqual(['# Budget', [expect.stringContaining('has no text')]]);
});
