import { DomainError } from '../../errors/domain-error.js';

/** Characters of a name and of a whole path below the drive (Microsoft: restrictions of OneDrive and SharePoint). */
export const MAX_NAME = 255;
export const MAX_PATH = 400;

/** Names of devices, which Windows takes for devices with an ending too. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const KEPT = ['.lock', 'desktop.ini'];

/** Each with the words that follow "The name … cannot be used:". */
const RULES: readonly (readonly [breaks: (name: string) => boolean, why: string])[] = [
  [(name) => name === '', 'it is empty'],
  [(name) => name.length > MAX_NAME, `it has more than ${MAX_NAME} characters`],
  [(name) => /["*:<>?/\\|]/.test(name), String.raw`it has one of the characters " * : < > ? / \ |`],
  [(name) => /[\p{Cc}\p{Cs}]/u.test(name), 'it has a control character or half a character'],
  [(name) => name !== name.trim(), 'it begins or ends with a space'],
  [(name) => KEPT.includes(name.toLowerCase()), 'SharePoint keeps it for itself'],
  [(name) => name.startsWith('.') || name.endsWith('.'), 'it begins or ends with a dot'],
  [(name) => name.startsWith('~$'), 'names that begin with ~$ are for open Office files'],
  [(name) => name.toLowerCase().includes('_vti_'), 'SharePoint keeps _vti_ for itself'],
  [(name) => DEVICE.test(name), 'it is the name of a device in Windows'],
];

/** Why OneDrive and SharePoint do not take the name for a file or folder; undefined when they do. */
export function whyNoItemName(name: string): string | undefined {
  return RULES.find(([breaks]) => breaks(name))?.[1];
}

/**
 * Whether OneDrive and SharePoint take the name for a file or folder.
 * @throws DomainError `invalid_arguments`, which says what is wrong with it
 */
export function assertItemName(name: string): void {
  const why = whyNoItemName(name);
  if (why !== undefined) throw badName(why);
}

/**
 * As `assertItemName`, in its folder: at the top of a library `Forms` is taken by SharePoint, and the path has its limit.
 * @throws DomainError `invalid_arguments`
 */
export function assertFitsInFolder(name: string, folder: { readonly isTop: boolean; readonly path?: string }): void {
  assertItemName(name);
  if (folder.isTop && name.toLowerCase() === 'forms') {
    throw badName('at the top of a drive SharePoint keeps it for itself');
  }
  if ((folder.path ?? '').length + 1 + name.length <= MAX_PATH) return;
  throw new DomainError('invalid_arguments', `The path with this name has more than ${MAX_PATH} characters.`, {
    userAction: 'Use a shorter name, or a folder nearer to the top.',
  });
}

function badName(why: string): DomainError {
  return new DomainError('invalid_arguments', `OneDrive and SharePoint do not accept this name: ${why}.`, {
    userAction: 'Use another name.',
  });
}
