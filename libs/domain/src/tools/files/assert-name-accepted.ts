import type { ItemRef } from '../../ports/files.port.js';
import type { ToolContext } from '../../tool/tool.js';
import { filesOf } from './files-of.js';
import { assertFolder } from './inputs.js';
import { assertItemName, assertFitsInFolder } from './item-name.js';
import { isTop, pathOf } from './place.js';

/**
 * Whether SharePoint takes the name in this folder. The folder is read on a dry run, and where the name may be one that
 * the top of a library keeps; how long the path is, SharePoint says itself.
 * @throws DomainError `invalid_arguments`
 */
export async function assertNameAccepted(
  name: string,
  folder: ItemRef,
  dryRun: boolean,
  context: ToolContext,
): Promise<void> {
  assertItemName(name);
  if (!dryRun && name.toLowerCase() !== 'forms') return;
  if (folder.itemId === 'root') return assertFitsInFolder(name, { isTop: true });
  const item = await filesOf(context).getItem(context.user, folder);
  assertFolder(item);
  const top = isTop(item);
  assertFitsInFolder(name, { isTop: top, path: top ? undefined : pathOf(item) });
}
