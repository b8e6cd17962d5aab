import { DomainError, type ItemRef } from '@app/domain';
import { graphPath } from '../http/graph-path.js';

/** The path of an item, with what may follow it. */
export function itemPath({ driveId, itemId }: ItemRef, ...rest: readonly string[]): string {
  const drive = driveId === undefined ? ['me', 'drive'] : ['drives', driveId];
  return graphPath([...drive, 'items', itemId, ...rest]);
}

/** The path of an item by its way below a folder, as in `/me/drive/items/{id}:/A/B.txt`. */
export function pathBelow(folder: ItemRef, way: string, action?: string): string {
  const names = way.split('/').filter((name) => name !== '');
  if (names.length === 0 && action === undefined) return itemPath(folder);
  const encoded = names.map(encodeName).join('/');
  return `${itemPath(folder)}:/${encoded}${action === undefined ? '' : `:/${action}`}`;
}

/** A path with a query. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${parts.join('&')}`;
}

/** A text inside OData quotes, where a quote is doubled (OData 4.01 URL conventions, 5.1.1.6.1); half a character is none. */
export function quoted(text: string): string {
  const whole = text.replaceAll(/\p{Cs}/gu, ' ').replaceAll("'", "''");
  return `'${encodeURIComponent(whole).replaceAll("'", '%27')}'`;
}

// What OneDrive refuses in names, control characters, and the two names that are ways.
const IMPOSSIBLE = /["*:<>?/\\|\p{Cc}\p{Cs}]|^\.{1,2}$/u;

function encodeName(name: string): string {
  if (!IMPOSSIBLE.test(name)) return encodeURIComponent(name);
  throw new DomainError('invalid_arguments', 'The path has a name that no file can have.', {
    userAction: 'Leave out " * : < > ? \\ | and the names "." and "..".',
  });
}
