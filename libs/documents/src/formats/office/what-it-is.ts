import { Unreadable } from '../unreadable.js';
import { isOle, whatElse } from '../what-else.js';

const ZIP = 'PK';
const PROTECTED = 'The file is protected by a password or a sensitivity label, so its text cannot be read here.';
const ENCRYPTED = ['EncryptedPackage', 'DRMContent', 'DRMEncryptedTransform'];
/** Streams by which the formats before 2007 are told ([MS-DOC], [MS-XLS], [MS-PPT]). */
const OLD: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'Word (.doc)'],
  ['Workbook', 'Excel (.xls)'],
  ['PowerPoint Document', 'PowerPoint (.ppt)'],
];

/** @throws Unreadable for what is no zip, with what it is as far as its first bytes tell */
export function assertZip(content: Uint8Array, expected: string): void {
  if (content.length === 0) throw new Unreadable('The file is empty.');
  if (Buffer.from(content.subarray(0, 2)).toString('latin1') === ZIP) return;
  if (isOle(content)) throw new Unreadable(whichOle(content));
  const what = whatElse(content);
  throw new Unreadable(`The file is no ${expected}${what ? ` but ${what}` : ''}, whatever its name says.`);
}

function whichOle(content: Uint8Array): string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (ENCRYPTED.some(has)) return PROTECTED;
  const old = OLD.find(([stream]) => has(stream))?.[1];
  if (old)
    return `The file is in the old format of ${old}, whatever its name says: saved in today's format it can be read.`;
  return 'The file is protected by a password or a sensitivity label, or in an old format, so its text cannot be read here.';
}

/** Zips of other programs, by a file that each of them has. */
const ZIPS: readonly (readonly [path: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/, 'a binary Excel workbook (.xlsb): saved as .xlsx it can be read'],
  [
    /^index\/.*\.iwa$|^index\.zip$/,
    'a document of Apple Pages, Numbers or Keynote: exported to an Office format it can be read',
  ],
  [/^meta-inf\/container\.xml$/, 'an electronic book (EPUB)'],
  [/^content\.xml$/, 'an OpenDocument file (.odt, .ods, .odp): saved in an Office format it can be read'],
  [/^visio\//, 'a Visio drawing'],
];
/** Office's own kinds by the root of their main part. */
const ROOTS: Readonly<Record<string, string>> = {
  'w:document': 'a Word document',
  's:workbook': 'an Excel workbook',
  'p:presentation': 'a PowerPoint presentation',
};

/** What a zip is that was expected to be something else. */
export function notThis(expected: string, paths: Iterable<string>, root?: string): Unreadable {
  const all = [...paths];
  const what = (root && ROOTS[root]) ?? ZIPS.find(([path]) => all.some((one) => path.test(one)))?.[1];
  return new Unreadable(`The file is no ${expected} but ${what ?? 'a zip archive of something else'}.`);
}
