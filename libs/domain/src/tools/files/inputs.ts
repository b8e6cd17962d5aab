import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { MAX_NAME, whyNoItemName } from './item-name.js';

const driveGraphId = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[A-Za-z0-9_=+/!-]+$/, 'must be an id exactly as another tool returned it');

/** Arguments that several files tools take, worded once. */
export const driveIdInput = driveGraphId.describe('From the same result as the item. Default: own OneDrive').optional();

export const itemIdInput = driveGraphId.describe('Id from files_list_folder or files_get_item');

export const folderIdInput = driveGraphId.describe('Id of the folder. Default: the top of the drive').default('root');

export const versionInput = z
  .string()
  .max(200)
  .regex(/^[\x21-\x7E]+$/, 'must be as it was given');

export const limitInput = z.int().min(1).max(50).describe('Items per page').default(25);

/** A name that OneDrive and SharePoint take. Not a pattern: hosts refuse a whole list of tools for some of them. */
export const nameInput = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .superRefine((name, { addIssue }) => {
    const why = whyNoItemName(name);
    if (why !== undefined) addIssue({ code: 'custom', message: `must be a name that OneDrive takes: ${why}` });
  })
  .describe('Name');

/** What writes but cannot lose anything. */
export const addsOnly = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
} as const;

const OPENED: Readonly<Record<Exclude<DriveItem['kind'], 'file'>, string>> = {
  folder: 'files_list_folder shows what is in it.',
  album: 'files_list_folder shows what is in it.',
  notebook: 'Its pages cannot be read as text here: open it in OneNote by its webUrl.',
  package: 'It cannot be read as text here: open it in the browser by its webUrl.',
};

/** @throws DomainError `invalid_arguments` for a file */
export function assertFolder({ kind }: Pick<DriveItem, 'kind'>): void {
  if (kind !== 'file') return;
  throw new DomainError('invalid_arguments', 'The given folder id is the id of a file.', {
    userAction: 'Use the itemId of a folder from files_list_folder.',
  });
}

/** @throws DomainError `not_allowed` */
export function assertFile({ kind }: Pick<DriveItem, 'kind'>): void {
  if (kind === 'file') return;
  const what = kind === 'notebook' ? 'a OneNote notebook' : `${kind === 'album' ? 'an' : 'a'} ${kind}`;
  throw new DomainError('not_allowed', `This is ${what}, not a file.`, { userAction: OPENED[kind] });
}
