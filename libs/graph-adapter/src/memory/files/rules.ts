import { DomainError, type ItemPage, type PageRequest } from '@app/domain';
import type { DriveMemory, StoredItem } from './drive.js';

/** A page by the name it begins after, so that what comes or goes between pages moves nothing else. */
export function pageOf(drive: DriveMemory, items: readonly StoredItem[], { limit, after }: PageRequest): ItemPage {
  const ordered = [...items].sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
  const rest = ordered.filter((item) => after === undefined || keyOf(item).localeCompare(after) > 0);
  const last = rest.length > limit ? rest[limit - 1] : undefined;
  return { items: rest.slice(0, limit).map((item) => drive.shown(item)), next: last && keyOf(last) };
}

/** @throws DomainError `invalid_arguments` for a file, in which nothing can be */
export function assertHoldsItems({ kind }: StoredItem): void {
  if (kind === 'file') throw new DomainError('invalid_arguments', 'The parent is not a folder.');
}

/** @throws DomainError `conflict`, `invalid_arguments` (no folder) */
export function assertNameFree(drive: DriveMemory, folder: StoredItem, name: string): void {
  assertHoldsItems(folder);
  if (drive.child(folder, name) === undefined) return;
  throw new DomainError('conflict', 'The folder already has an item of this name.', {
    userAction: 'Use another name.',
  });
}

/** @throws DomainError `conflict` */
export function assertVersion(item: StoredItem, drive: DriveMemory, version: string | undefined): void {
  if (version === undefined || drive.shown(item).version === version) return;
  throw new DomainError('conflict', 'The item was changed in the meantime.', { userAction: 'Read it again.' });
}

/** `report 1.txt` where `report.txt` is taken. */
export function freeName(drive: DriveMemory, folder: StoredItem, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number++) {
    const other = `${stem} ${number}${ending}`;
    if (drive.child(folder, other) === undefined) return other;
  }
}

function keyOf({ name, id }: StoredItem): string {
  return `${name} ${id}`;
}
