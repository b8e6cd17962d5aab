import { invalidRequest } from './drive-errors.js';

/** Names that OneDrive refuses, from Microsoft's page on invalid file names and file types. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$/i;

/** @throws GraphError for a name that OneDrive does not take */
export function requireItemName(name: string): void {
  const isForbidden =
    name === '' ||
    name.length > 255 ||
    name !== name.trim() ||
    name.endsWith('.') ||
    name.startsWith('~$') ||
    name.includes('_vti_') ||
    /["*:<>?/\\|]/.test(name) ||
    RESERVED.test(name);
  if (isForbidden) throw invalidRequest('The provided name cannot be used.');
}

/** `Plan.txt` as `Plan 1.txt`, `Plan 2.txt` … until it is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let count = 1;
  while (isTaken(`${stem} ${count}${ending}`)) count += 1;
  return `${stem} ${count}${ending}`;
}
