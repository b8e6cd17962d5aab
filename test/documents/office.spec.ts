import { aDocx, aPackage, aSheet, relationships, spaces } from './support/make.js';
import { read, refusal } from './support/read.js';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const word = async (body: string) => (await read({ name: 'a.docx', content: aDocx(body) })).text;
const UNSEEN = '<w:t>unseen</w:t>';

describe('Word', () => {
  it.each<[what: string, body: string, text: string]>([
    [
      'hyphens',
      `<w:p><w:r><w:t>T</w:t><w:noBreakHyphen/><w:t>34 tele</w:t><w:softHyphen/><w:t>scope</w:t></w:r></w:p>`,
      'T-34 telescope',
    ],
    [
      'symbols',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Arial" w:char="20AC"/></w:r></w:p>',
      '✓α€',
    ],
    ['references', `<w:p>${run('1 &lt; 2 &#38; &#x1F52D; &quot;')}</w:p>`, '1 < 2 & 🔭 "'],
    [
      'where moved text is now',
      `<w:p><w:moveFrom w:id="1"><w:r>${UNSEEN}</w:r></w:moveFrom>${run('a')}<w:moveTo w:id="2">${run('b')}</w:moveTo></w:p>`,
      'ab',
    ],
    [
      'what was added',
      `<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins>${run('new')}</w:ins></w:p>`,
      'new',
    ],
    [
      'results of fields',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r>${UNSEEN}</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('!')}</w:p>`,
      'shown!',
    ],
    [
      'words, not how they are said',
      `<w:p><w:r><w:ruby><w:rt><w:r>${UNSEEN}</w:r></w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r></w:p>`,
      '漢字',
    ],
    [
      'text boxes once',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p>${run('box')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('box')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      'box',
    ],
    [
      'the fallback where there is no choice',
      `<w:p><mc:AlternateContent><mc:Fallback>${run('f')}</mc:Fallback></mc:AlternateContent></w:p>`,
      'f',
    ],
    [
      'stops of tabs as nothing',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('a')}<w:r><w:tab/></w:r>${run('b')}<w:r><w:cr/></w:r>${run('c')}</w:p>`,
      'a\tb\nc',
    ],
    [
      'rows with empty cells',
      `<w:tbl><w:tr><w:tc><w:p>${run('a')}</w:p><w:p>${run('b')}</w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p>${run('c')}</w:p></w:tc></w:tr></w:tbl>`,
      'a b\t\tc',
    ],
    [
      'addresses of links that are fields',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.com/a" </w:instrText></w:r><w:r><w:instrText>\\l "part"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('here')}<w:r><w:fldChar w:fldCharType="end"/></w:r>, <w:fldSimple w:instr="HYPERLINK &quot;mailto:ada@fernglas.example&quot;">${run('Ada')}</w:fldSimple>${run(', ')}<w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple><w:fldSimple w:instr="HYPERLINK &quot;javascript:alert(1)&quot;">${run('!')}</w:fldSimple></w:p>`,
      'here [https://example.com/a#part]Ada [ada@fernglas.example], 3!',
    ],
    [
      'cells that are several columns wide',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('a')}</w:p></w:tc><w:tc><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl>`,
      'a\t\tb',
    ],
    [
      'cells that reach into the rows below',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>${run('Mon')}</w:p></w:tc><w:tc><w:p>${run('a')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl>`,
      'Mon\ta\n\tb',
    ],
    [
      'formulas',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>',
      'a/b',
    ],
  ])('gives %s', async (_what, body, text) => expect(await word(body)).toBe(text));

  it('says what it leaves out, and when there is nothing', async () => {
    const hidden = `<w:p><w:r><w:rPr><w:vanish/></w:rPr>${UNSEEN}</w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect(await read({ name: 'a.docx', content: aDocx(hidden) })).toEqual({
      text: '',
      truncated: false,
      notes: [
        expect.stringContaining('Hidden'),
        expect.stringContaining('Comments'),
        expect.stringContaining('has no text'),
      ],
    });
  });
});

it('marks where notes belong, each kind counted for itself, and repeats a mark that is referred to again', async () => {
  const to = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}"><w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:${kind}Ref/></w:r>${run(text)}</w:p><w:p>${run('more')}</w:p></w:${kind}>`;
  const body = `<w:p>${run('One')}${to('footnote', 7)}${run(', two')}${to('footnote', 2)}${to('endnote', 2)}${run(' and')}${to('footnote', 7)}</w:p>`;
  const footnotes = `<w:footnotes ${spaces(['w'])}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>${note('footnote', 2, ' Second')}${note('footnote', 7, ' First')}</w:footnotes>`;
  const endnotes = `<w:endnotes ${spaces(['w'])}>${note('endnote', 2, 'Last')}</w:endnotes>`;
  const content = aDocx(body, { 'footnotes.xml': footnotes, 'endnotes.xml': endnotes });
  expect((await read({ name: 'a.docx', content })).text).toBe(
    'One[^1], two[^2][^e1] and[^1]\n\n[^2]: Second\nmore\n[^1]: First\nmore\n\n[^e1]: Last\nmore',
  );
});

const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

it.each<[what: string, formula: string, text: string]>([
  ['fractions', `<m:f><m:num>${mr('a+b')}</m:num><m:den>${mr('2')}</m:den></m:f>`, '(a+b)/2'],
  [
    'sums',
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mr('i=1')}</m:sub><m:sup>${mr('n')}</m:sup><m:e>${mr('i')}</m:e></m:nary>`,
    '∑_(i=1)^n i',
  ],
  [
    'roots',
    `<m:rad><m:deg>${mr('3')}</m:deg><m:e>${mr('x-1')}</m:e></m:rad><m:rad><m:deg/><m:e>${mr('2')}</m:e></m:rad>`,
    '√3(x-1)√2',
  ],
  [
    'brackets',
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="["/></m:dPr><m:e>${mr('x')}</m:e><m:e>${mr('y')}</m:e></m:d>`,
    '[x|y[',
  ],
  [
    'functions',
    `<m:func><m:fName>${mr('sin')}</m:fName><m:e><m:d><m:e>${mr('x')}</m:e></m:d></m:e></m:func>`,
    'sin (x)',
  ],
  [
    'matrices',
    `<m:m><m:mr><m:e>${mr('1')}</m:e><m:e>${mr('2')}</m:e></m:mr><m:mr><m:e>${mr('3')}</m:e><m:e>${mr('4')}</m:e></m:mr></m:m>`,
    '1, 2; 3, 4',
  ],
])('formulas are written in one line: %s', async (_what, formula, text) =>
  expect(await word(`<w:p><m:oMath ${M}>${formula}</m:oMath></w:p>`)).toBe(text),
);

it('gives what is chosen in the fields of a form', async () => {
  const field = (data: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const box = (inner: string) => field(`<w:checkBox>${inner}</w:checkBox>`);
  const list = field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="red"/><w:listEntry w:val="blue"/></w:ddList>');
  const boxes = [
    box('<w:checked/>'),
    box('<w:default w:val="1"/>'),
    box('<w:default w:val="1"/><w:checked w:val="0"/>'),
  ];
  expect(await word(`<w:p>${boxes.join('')}${list}</w:p>`)).toBe('☒☒☐blue');
});

it('counts lists as Word does: from where they start again, and on in lists of the same style', async () => {
  const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
  const numbering = `<w:numbering ${spaces(['w'])}>
    <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Plan"/></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Plan"/>${level}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  </w:numbering>`;
  const item = (list: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run('x')}</w:p>`;
  const content = aDocx([1, 2, 3, 3, 1].map(item).join(''), { 'numbering.xml': numbering });
  expect((await read({ name: 'a.docx', content })).text).toBe('1. x\n2. x\n1. x\n2. x\n3. x');
});

it.each<[part: string, content: string]>([
  ['page.html', '<p>Inserted <b>words</b></p>'],
  ['page.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Inserted <b>words</b></p>'],
  ['page.txt', 'Inserted words'],
  ['page.rtf', '{\\rtf1 Inserted words}'],
])('reads what is inserted as a whole: %s', async (part, chunk) => {
  const content = aPackage({
    '_rels/.rels': relationships({ r: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relationships({ a: ['aFChunk', `/word/${part}`] }),
    'word/document.xml': `<w:document ${spaces(['w', 'r'])}><w:body><w:p>${run('Before')}</w:p><w:altChunk r:id="a"/></w:body></w:document>`,
    [`word/${part}`]: chunk,
  });
  const { text, notes } = await read({ name: 'a.docx', content });
  expect([text, notes]).toEqual(['Before\n\nInserted words', [expect.stringContaining('at the end')]]);
});

describe('a package', () => {
  const at = (target: string, path: string, form: 'transitional' | 'strict' = 'transitional') =>
    aPackage({
      '_rels/.rels': relationships({ x: ['officeDocument', target] }, form),
      [path]: `<ns0:document ${spaces(['w'], form).replace('xmlns:w', 'xmlns:ns0')}><ns0:body><ns0:p><ns0:r><ns0:t>found</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
    });

  it.each<[what: string, content: Uint8Array]>([
    ['by another name', at('word/document2.xml', 'word/document2.xml')],
    ['from the root', at('/word/document.xml', 'word/document.xml')],
    ['by way of another folder', at('x/../my/./doc.xml', 'my/doc.xml')],
    ['in other letters', at('Word/Document.xml', 'word/document.XML')],
    ['percent-encoded', at('word/my%20doc.xml', 'word/my doc.xml')],
    ['with backslashes', at('word/document.xml', 'word\\document.xml')],
    ['in the strict form', at('word/document.xml', 'word/document.xml', 'strict')],
  ])('has its document %s', async (_what, content) =>
    expect((await read({ name: 'a.docx', content })).text).toBe('found'),
  );

  it('is read in the charset that its XML names', async () => {
    const xml = `<?xml version="1.0" encoding="iso-8859-1"?><w:document ${spaces(['w'])}><w:body><w:p>${run('Grüße')}</w:p></w:body></w:document>`;
    const content = aPackage({ 'word/document.xml': Buffer.from(xml, 'latin1') });
    expect((await read({ name: 'a.docx', content })).text).toBe('Grüße');
  });

  it('is read by namespaces alone', async () => {
    const body = `<w:p xmlns:w="urn:other"><w:r><w:t>not ours</w:t></w:r></w:p><p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><r><t>ours</t></r></p>`;
    expect(await word(body)).toBe('ours');
  });
});

const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);

it.each<[what: string, name: string, content: Uint8Array, why: string]>([
  [
    'what is encrypted',
    'a.docx',
    ole('DataSpaces', 'EncryptedPackage'),
    'protected by a password or a sensitivity label',
  ],
  ['the old format', 'a.xlsx', ole('Workbook'), 'old format of Excel (.xls)'],
  ['either of them', 'a.pptx', ole(), 'protected by a password or a sensitivity label, or in an old format'],
  ['a workbook', 'a.docx', aSheet(''), 'no Word document but an Excel workbook'],
  ['a document', 'a.pptx', aDocx(''), 'no PowerPoint presentation but a Word document'],
  ['a PDF', 'a.docx', Buffer.from('%PDF-1.7'), 'no Word document but a PDF'],
  ['rich text', 'a.docx', Buffer.from('{\\rtf1 x}'), 'no Word document but rich text'],
  ['nothing', 'a.xlsx', Buffer.alloc(0), 'empty'],
  ['a part that is cut off', 'a.docx', aPackage({ 'word/document.xml': '<w:document><w:body><w:p>' }), 'cut off'],
])('%s under the name of another is told', async (_what, name, content, why) =>
  expect((await refusal({ name, content })).message).toContain(why),
);
