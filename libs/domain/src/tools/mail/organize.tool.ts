import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Message, MessageChanges } from '../../ports/mail.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { dryRunInput, graphId, subjectOutput } from '../shared/inputs.js';
import { undoCalls } from './undo-organize.js';
import { folderInput } from './inputs.js';

const outcome = z.object({
  messageId: z.string(),
  subject: subjectOutput.optional(),
  error: z.string().describe('Why it was not changed, or only partly').optional(),
});
type Outcome = z.input<typeof outcome>;

export const organizeMail = defineTool({
  name: 'mail_organize',
  title: 'Mark or move messages',
  description:
    'Marks messages as read or unread, flags, categorizes or moves them. To delete a message, move it to deleteditems; nothing is deleted permanently.',
  toolset: 'mail',
  input: z.strictObject({
    messageIds: z.array(graphId).min(1).max(20).describe('Ids from mail_search'),
    read: z.boolean().describe('true: read, false: unread').optional(),
    flag: z.enum(['none', 'flagged', 'complete']).describe('Follow-up flag').optional(),
    categories: z.array(z.string().min(1).max(255)).max(20).describe('The complete new list of categories').optional(),
    moveTo: folderInput,
    dryRun: dryRunInput,
  }),
  output: z.object({
    actingAs: z.string(),
    done: z.boolean().describe('false after a dry run, or when a message could not be changed'),
    messages: z.array(outcome),
  }),
  requiredScopes: ['Mail.ReadWrite'],
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  effects: { reaches: 'person' },
  async execute({ messageIds, dryRun, read, ...changes }, context) {
    const wanted = { isRead: read, ...changes };
    assertChangesSomething(wanted);
    const ids = [...new Set(messageIds)];
    if (dryRun || ids.length > 1) await assertPresent(wanted.moveTo, context);
    const before: Message[] = [];
    const messages = await changeEach(ids, wanted, dryRun, context, before);
    const failed = messages.filter(({ error }) => error !== undefined).length;
    const who = actingAs(context.caller);
    const failures = failed > 0 ? ` ${failed} could not be changed.` : '';
    return {
      data: { actingAs: who, done: !dryRun && failed === 0, messages },
      undo: before.length === 0 ? undefined : { calls: undoCalls(before, wanted) },
      summary: `${dryRun ? 'Nothing is done yet. Would change' : 'Changed'} ${messages.length - failed} message(s) as ${quoteLine(who)}.${failures}`,
    };
  },
});

function assertChangesSomething(changes: MessageChanges): void {
  if (Object.values(changes).some((change) => change !== undefined)) return;
  throw new DomainError('invalid_arguments', 'Give at least one change: read, flag, categories or moveTo.');
}

/**
 * Whether the folder is there; for one message, moving it says so.
 * @throws DomainError `not_found`
 */
async function assertPresent(folder: string | undefined, { mail, user }: ToolContext): Promise<void> {
  if (folder === undefined) return;
  await mail.listFolders(user, folder).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
    throw new DomainError('not_found', 'The mail folder to move to does not exist.', {
      userAction: 'Use the id of a folder from mail_list_folders.',
      cause: error,
    });
  });
}

/** `before` is filled with what the changed messages were. One after the other; a message that is gone leaves the others to be changed, anything else ends it. */
async function changeEach(
  ids: readonly string[],
  changes: MessageChanges,
  dryRun: boolean,
  { mail, user }: ToolContext,
  before: Message[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    try {
      const present = await mail.getMessage(user, id, 'none');
      const message = dryRun ? present : await mail.organize(user, id, changes);
      if (!dryRun) before.push({ ...present, id: message.id });
      outcomes.push({ messageId: message.id, subject: message.subject });
    } catch (error) {
      if (!(error instanceof DomainError) || ids.length === 1) throw error;
      outcomes.push({ messageId: id, error: error.message });
      if (error.code !== 'not_found') return [...outcomes, ...ids.slice(outcomes.length).map(untried)];
    }
  }
  return outcomes;
}

function untried(messageId: string): Outcome {
  return { messageId, error: 'Not tried, because an earlier change failed.' };
}
