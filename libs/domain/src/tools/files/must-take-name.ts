import type { ItemRef } from '../../ports/files.port.js';
import type { ToolContext } from '../../tool.js';
import { filesOf } from './files-of.js';
import { mustBeFolder } from './inputs.js';
import { mustBeItemName, mustFitInFolder } from './item-name.js';
import { isTop, pathOf } from './place.js';

/**
 * Whether SharePoint takes the name in this folder. The folder is read on a dry run, and where the name may be one that
 * the top of a library keeps; how long the path is, SharePoint says itself.
 * @throws DomainError `invalid_arguments`
 */
export async function mustTakeName(
  name: string,
  folder: ItemRef,
  dryRun: boolean,
  context: ToolContext,
): Promise<void> {
  mustBeItemName(name);
  if (!dryRun && name.toLowerCase() !== 'forms') return;
  if (folder.itemId === 'root') return mustFitInFolder(name, { isTop: true });
  const item = await filesOf(context).getItem(context.user, folder);
  mustBeFolder(item);
  const top = isTop(item);
  mustFitInFolder(name, { isTop: top, path: top ? undefined : pathOf(item) });
}
