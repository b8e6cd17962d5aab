import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { ErrorReason } from '../../errors/error-catalog.js';
import type { ErrorCode } from '../../errors/error-definition.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { readOnly } from '../shared/inputs.js';

import { filesOf } from './files-of.js';
import { driveIdInput, itemIdInput } from './inputs.js';
import { toLink } from './to-link.js';
import { itemView, toItemView } from './item-view.js';

const input = z.strictObject({
  driveId: driveIdInput,
  itemId: itemIdInput.optional(),
  path: z.string().min(1).max(400).describe('Path from the top of the drive, such as /Reports/2026.docx').optional(),
  link: z.string().min(1).max(2000).describe('Sharing link or web address of a file or folder').optional(),
});
type Input = z.output<typeof input>;

export const getItem = defineTool({
  name: 'files_get_item',
  title: 'Get a file or folder',
  description:
    'One file or folder, given by itemId, path or link: what it is, who changed it and when, its address and version.',
  toolset: 'files',
  input,
  output: z.object({ item: itemView }),
  requiredScopes: ['Files.Read'],
  optionalScopes: ['Files.ReadWrite'],
  scopesWith: { files_everywhere: ['Files.Read.All'] },
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute(args, context) {
    const item = toItemView(await find(args, context));
    return { data: { item } };
  },
});

async function find({ driveId, itemId, path, link }: Input, context: ToolContext): Promise<DriveItem> {
  const [files, user] = [filesOf(context), context.user];
  if ([itemId, path, link].filter((one) => one !== undefined).length !== 1) {
    throw new DomainError('invalid_arguments', 'Give exactly one of itemId, path and link.');
  }
  if (itemId !== undefined) return files.getItem(user, { driveId, itemId });
  if (path !== undefined) return files.getByPath(user, { driveId, itemId: 'root' }, path);
  if (user.may('Files.ReadWrite')) return byLink(toLink(link ?? ''), context);
  throw new DomainError('access_denied', 'Opening a link needs the scope Files.ReadWrite, which was not granted.', {
    userAction: 'Consent to Files.ReadWrite, or use itemId or path.',
    scopes: ['Files.ReadWrite'],
  });
}

const LINK_REFUSED: Partial<Record<ErrorCode, ErrorReason>> = {
  not_found: 'link_leads_nowhere',
  access_denied: 'link_not_for_person',
  invalid_arguments: 'link_not_of_organization',
};

/** Where a link is refused, nobody is told to check ids that nobody gave. */
async function byLink(link: string, { files, user }: ToolContext): Promise<DriveItem> {
  return files.getByLink(user, link).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.reason === 'permission_missing') throw error;
    const reason = LINK_REFUSED[error.code];
    throw reason === undefined ? error : new DomainError(reason, undefined, { cause: error });
  });
}
