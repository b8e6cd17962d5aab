import { read, refusal } from './support/read.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string, ...more: number[]) => Buffer.concat([Buffer.from(text), Uint8Array.from(more)]);
const wide = (text: string) => Buffer.from(text, 'utf16le');

const NIHON_SJIS = [0x93, 0xfa, 0x96, 0x7b];
const NI_HAO_GB = [0xc4, 0xe3, 0xba, 0xc3];

it.each<[what: string, name: string, contentType: string | undefined, content: Uint8Array, text: string]>([
  ['the mark of UTF-8', 'a.csv', undefined, bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
  ['a mark before any header', 'a.txt', 'text/plain; charset=iso-8859-1', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xbc), 'ü'],
  ['the mark of UTF-16, little end first', 'a.txt', undefined, bytes(0xff, 0xfe, 0x41, 0, 0xfc, 0), 'Aü'],
  ['the mark of UTF-16, big end first', 'a.txt', undefined, bytes(0xfe, 0xff, 0, 0x41, 0, 0xfc), 'Aü'],
  ['the header', 'a.txt', 'text/plain; charset="Shift_JIS"', bytes(...NIHON_SJIS), '日本'],
  ['the header, by another name of it', 'a.txt', 'text/plain;charset=x-sjis', bytes(...NIHON_SJIS), '日本'],
  [
    'the header before the page',
    'a.html',
    'text/html; charset=gb2312',
    ascii('<meta charset=big5>', ...NI_HAO_GB),
    '你好',
  ],
  [
    'ISO 8859-1, which is windows-1252 on the web',
    'a.txt',
    'text/plain; charset=ISO-8859-1',
    bytes(0x80, 0x20, 0xfc, 0x99),
    '€ ü™',
  ],
  ['a header that says less than it is', 'a.txt', 'text/plain; charset=us-ascii', Buffer.from('Grüße'), 'Grüße'],
  ['a header that nobody knows', 'a.txt', 'text/plain; charset=x-unknown', Buffer.from('Grüße'), 'Grüße'],
  ['a header that is wrong of UTF-8', 'a.txt', 'text/plain; charset=utf-8', bytes(0x47, 0x72, 0xfc, 0xdf), 'Grüß'],
  ['<meta charset>', 'a.html', undefined, ascii('<meta charset="windows-1251"><p>', 0xcf, 0xf0), 'Пр'],
  [
    '<meta http-equiv>',
    'a.htm',
    'text/html',
    ascii('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=euc-kr"><p>', 0xb0, 0xa1),
    '가',
  ],
  [
    'an XML declaration',
    'a.xml',
    undefined,
    ascii('<?xml version="1.0" encoding="iso-8859-2"?><a>', 0xb1),
    '<?xml version="1.0" encoding="iso-8859-2"?><a>ą',
  ],
  ['no <meta> that cannot be true', 'a.html', undefined, Buffer.from('<meta charset="utf-16"><p>Grüße'), 'Grüße'],
  [
    'no <meta> within plain text',
    'a.txt',
    undefined,
    Buffer.from('<meta charset="windows-1251">ü'),
    '<meta charset="windows-1251">ü',
  ],
  ['UTF-8 without a word', 'a.txt', undefined, Buffer.from('Grüße, 世界 👍'), 'Grüße, 世界 👍'],
  ['UTF-8 with a broken end', 'a.log', undefined, ascii('Grüße, 世界', 0xe4, 0xb8), 'Grüße, 世界\ufffd'],
  [
    'windows-1252 without a word',
    'a.txt',
    undefined,
    bytes(0x93, 0x47, 0x72, 0xfc, 0xdf, 0x65, 0x94, 0x20, 0x80),
    '“Grüße” €',
  ],
  ['UTF-8 where a header says otherwise', 'a.txt', 'text/plain; charset=iso-8859-1', Buffer.from('Grüße'), 'Grüße'],
  ['UTF-8 where <meta> says otherwise', 'a.html', undefined, Buffer.from('<meta charset=latin1>Grüße'), 'Grüße'],
  ['escapes', 'a.txt', undefined, ascii('\x1b$B', 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42), '日本'],
  ['UTF-16 without a mark', 'a.txt', undefined, wide('Grüße, 世界'), 'Grüße, 世界'],
  ['UTF-16 without a mark, big end first', 'a.txt', undefined, wide('Hi ü').swap16(), 'Hi ü'],
  ['a page in UTF-16 without a mark', 'a.html', undefined, wide('<p>Grüße</p>'), 'Grüße'],
])('is told by %s', async (_what, name, contentType, content, text) =>
  expect((await read({ name, contentType, content })).text).toBe(text),
);

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

it.each<[charset: string, content: Uint8Array, text: string]>([
  ['shift_jis', hex('89ef 8b63 82cd 8c8e 976a 93fa 82c5 82b7'), '会議は月曜日です'],
  ['euc-jp', hex('b2f1 b5c4 a4cf b7ee cdcb c6fc a4c7 a4b9'), '会議は月曜日です'],
  ['euc-kr', hex('c8b8 c0c7 b4c2 20 bff9 bfe4 c0cf'), '회의는 월요일'],
  ['big5', hex('a741 a66e a141 b77c c4b3 a662 ac50 b4c1 a440'), '你好，會議在星期一'],
  ['gb18030', hex('c4e3 bac3 a3ac bbe1 d2e9 d4da d0c7 c6da d2bb'), '你好，会议在星期一'],
  ['windows-1251', hex('c2f1f2f0e5f7e0 20 e2 20 efeeede5e4e5ebfcede8ea'), 'Встреча в понедельник'],
  ['koi8-r', hex('f7d3d4d2c5dec1 20 d7 20 d0cfcec5c4c5ccd8cec9cb'), 'Встреча в понедельник'],
  ['windows-1252', hex('e020 80'), 'à €'],
])('%s is guessed by what it is written with, and the guess is said', async (charset, content, text) =>
  expect(await read({ name: 'a.txt', content })).toMatchObject({
    text,
    notes: [expect.stringContaining(`read as ${charset},`)],
  }),
);

it.each<[string, Uint8Array]>([
  ['zeros in a row', bytes(0x41, 0, 0, 0x42)],
  ['control characters', bytes(1, 0, 2, 0, 3, 0)],
  ['one zero somewhere', Buffer.concat([Buffer.alloc(99, 0x41), bytes(0), Buffer.alloc(99, 0xfe)])],
])('bytes that are not text are refused: %s', async (_what, content) =>
  expect((await refusal({ name: 'a.txt', content })).message).toBe('The file is not text.'),
);
