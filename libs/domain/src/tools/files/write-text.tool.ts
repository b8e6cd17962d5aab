import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { dryRunInput } from '../shared/inputs.js';
import { driveIdInput, folderIdInput, assertFile, nameInput, versionInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { toItemView } from './item-view.js';
import { assertNameAccepted } from './assert-name-accepted.js';
import { reachedBy } from './reached-by.js';
import { taken } from './taken.js';
import { undoByDelete, written, writtenOutput } from './written.js';

/** Documents that are not text inside: words alone would break them. */
const NO_TEXT = /\.(?:docx?|xlsx?|pptx?|pdf|zip|png|jpe?g|gif|one)$/i;

const input = z.strictObject({
  driveId: driveIdInput,
  folderId: folderIdInput,
  name: nameInput.describe('File name with extension, such as notes.md'),
  content: z.string().max(1_000_000).describe('The complete text'),
  ifExists: z.enum(['fail', 'rename', 'replace']).describe('What to do if the name is taken').default('fail'),
  version: versionInput.describe('For replace: version from files_get_item or files_read_text').optional(),
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const writeText = defineTool({
  name: 'files_write_text',
  title: 'Write a text file',
  description:
    'Writes a text file (txt, md, csv, json, html …), whole or not at all. Replaces an existing file only with ifExists replace and the version that was read; the old text stays in the version history.',
  toolset: 'files',
  input,
  output: writtenOutput,
  requiredScopes: ['Files.ReadWrite'],
  optionalScopes: ['User.Read'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'] },
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  effects: { reaches: 'outsiders', perCall: true },
  async execute(args, context) {
    assertText(args.name);
    await assertNameAccepted(args.name, { driveId: args.driveId, itemId: args.folderId }, args.dryRun, context);
    const present = args.dryRun || args.ifExists === 'replace' ? await writable(args, context) : undefined;
    const content = new TextEncoder().encode(args.content);
    const { driveId, folderId: itemId, name, ifExists } = args;
    const replaced = ifExists === 'replace' ? present : undefined;
    const isOnce = ifExists !== 'rename';
    const reached = await reachedBy([replaced ?? { driveId, itemId }], context);
    await context.agree({ ...reached, isOnce, version: replaced?.version, dryRun: args.dryRun });
    if (args.dryRun) {
      const place =
        present && ifExists === 'rename' ? `a new name, since ${quoteLine(name)} is taken,` : quoteLine(name);
      return written(`written ${content.byteLength} bytes to ${place}`, undefined, true, context);
    }
    const version = ifExists === 'replace' ? args.version : undefined;
    const file = { folder: { driveId, itemId }, name, content, contentType: 'text/plain', ifExists, version };
    const item = toItemView(await filesOf(context).writeFile(context.user, file));
    return written(
      `written ${content.byteLength} bytes to ${quoteLine(item.name)}`,
      item,
      false,
      context,
      replaced ? OLD_VERSION : undoByDelete(item),
    );
  },
});

const OLD_VERSION = { cannot: 'only the person can restore the previous version, in the version history of OneDrive.' };

function assertText(name: string): void {
  if (!NO_TEXT.test(name)) return;
  throw new DomainError('invalid_arguments', 'Only text files can be written; this kind of file is not text.', {
    userAction: 'Use a name such as notes.md or table.csv.',
  });
}

/** What has the name already, where it may be written over or beside. */
async function writable(args: Input, context: ToolContext): Promise<DriveItem | undefined> {
  const { driveId, folderId: itemId, name, ifExists, version } = args;
  const item = await taken({ driveId, itemId }, name, ifExists, context);
  if (item === undefined || ifExists !== 'replace') return item;
  assertFile(item);
  if (item.version === version) return item;
  throw new DomainError('conflict', 'To replace a file, give its current version.', {
    userAction: 'Read the file, then pass the version from that result.',
  });
}
