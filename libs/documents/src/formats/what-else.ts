export const PDF = 'a PDF';
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const OTHERS: readonly (readonly [start: string, what: string])[] = [
  ['%PDF-', PDF],
  ['{\\rtf', 'rich text (RTF)'],
  ['<?xml', 'XML'],
  ['<', 'a web page'],
  ['PK', 'an Office file or a zip archive'],
];

/** Whether it is a compound file ([MS-CFB]), as protected Office files and those before 2007 are. */
export function isOle(content: Uint8Array): boolean {
  return OLE.every((byte, index) => content[index] === byte);
}

/** What a file is by its first bytes; undefined where they do not tell. */
export function whatElse(content: Uint8Array): string | undefined {
  if (isOle(content)) return 'a protected Office file or one in an old format';
  const start = Buffer.from(content.subarray(0, 16)).toString('utf8').trimStart();
  return OTHERS.find(([begin]) => start.startsWith(begin))?.[1];
}
