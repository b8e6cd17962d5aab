import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem, IfExists, ItemRef } from '../../ports/files.port.js';
import type { ToolContext } from '../../tool/tool.js';
import { filesOf } from './files-of.js';

/**
 * The item of this name in a folder, if there is one.
 * @throws DomainError `conflict` where that is not to be, `not_found` where there is no such folder
 */
export async function taken(
  folder: ItemRef,
  name: string,
  ifExists: IfExists,
  context: ToolContext,
): Promise<DriveItem | undefined> {
  const [files, user] = [filesOf(context), context.user];
  const item = await files.getByPath(user, folder, name).catch(async (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
    await files.getItem(user, folder);
    return undefined;
  });
  if (item === undefined || ifExists !== 'fail') return item;
  throw nameTaken(name);
}

export function nameTaken(name: string): DomainError {
  return new DomainError('conflict', `The folder already has an item named ${quoteLine(name)}.`, {
    userAction: 'Use another name; files_write_text can also rename or replace.',
  });
}
