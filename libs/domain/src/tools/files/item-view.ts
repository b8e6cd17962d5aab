import { z } from 'zod';
import type { DriveItem } from '../../ports/files.port.js';
import { UNTRUSTED } from '../shared/inputs.js';

/** A file or folder as the tools show it. */
export const itemView = z
  .object({
    driveId: z.string().optional(),
    itemId: z.string(),
    name: z.string(),
    kind: z.enum(['file', 'folder', 'notebook', 'package', 'album']),
    bytes: z.number().optional(),
    contentType: z.string().optional(),
    modified: z.string().describe('UTC').optional(),
    modifiedBy: z.string().optional(),
    folderPath: z.string().optional(),
    children: z.number().optional(),
    shared: z.literal(true).optional(),
    webUrl: z.string().optional(),
    version: z.string().optional(),
    shortcutId: z.string().optional(),
  })
  .describe(UNTRUSTED);
export type ItemView = z.input<typeof itemView>;

export function toItemView(item: DriveItem): ItemView {
  const { driveId, itemId, name, kind, contentType, modified, modifiedBy, folderPath, children, webUrl } = item;
  return {
    ...{ driveId, itemId, name, kind, contentType, modified, modifiedBy, folderPath, children, webUrl },
    bytes: kind === 'folder' ? undefined : item.bytes,
    shared: item.isShared || undefined,
    version: (kind === 'file' && item.version) || undefined,
    shortcutId: item.shortcut?.itemId,
  };
}
