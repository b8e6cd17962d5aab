import { z } from 'zod';
import { quoteLine, quoteLines } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Correspondent } from '../../ports/mail-parts.js';
import type { DraftContent, MessageDetails } from '../../ports/mail.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { addressesInput } from '../shared/address-input.js';
import { dryRunInput, UNTRUSTED } from '../shared/inputs.js';
import { named } from './correspondents.js';
import { type DraftEnvelope, draftOutput, toDraftData } from './draft-view.js';
import { bodyInput, messageIdInput, subjectInput } from './inputs.js';
import { keptIn } from './kept-recipients.js';
import { undoOfDraft } from './undo-draft.js';
import { readDraft, replacedWords } from './read-draft.js';

export const updateDraft = defineTool({
  name: 'mail_update_draft',
  title: 'Change a draft',
  description:
    'Changes the given fields of a draft and sends nothing. A new body replaces the text above the quoted message, including a signature.',
  toolset: 'mail',
  input: z.strictObject({
    messageId: messageIdInput.describe('Id of the draft'),
    to: addressesInput.max(50).describe('The complete new list of recipients').optional(),
    cc: addressesInput.max(50).describe('The complete new list').optional(),
    bcc: addressesInput.max(50).describe('The complete new list').optional(),
    subject: subjectInput.optional(),
    body: bodyInput.optional(),
    dryRun: dryRunInput,
  }),
  output: draftOutput.extend({ untrustedReplaced: z.string().describe(UNTRUSTED).optional() }),
  requiredScopes: ['Mail.ReadWrite'],
  optionalScopes: ['User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  effects: { reaches: 'person' },
  async execute({ messageId, dryRun, ...content }, context) {
    assertChangesSomething(content);
    const draft = await readDraft(messageId, context);
    assertDraft(draft, 'changed');
    if (dryRun) await context.mail.assertAccepts(context.user, draft, content);
    const untrustedReplaced = await replacedWords(content, draft, context);
    const changed = dryRun ? withContent(draft, content) : await change(draft, content, context);
    const data = await toDraftData(changed, !dryRun, context, [keptNote(content, draft)]);
    const said = dryRun ? 'Nothing is done yet. Would change the draft' : 'The draft was changed and not sent';
    const undo = dryRun ? undefined : undoOfDraft(draft, content, untrustedReplaced);
    return { data: { ...data, untrustedReplaced }, undo, summary: `${said}, as ${quoteLine(data.actingAs)}.` };
  },
});

/** What is attached does not change. */
async function change(
  draft: MessageDetails,
  content: DraftContent,
  { mail, user }: ToolContext,
): Promise<DraftEnvelope> {
  const { attachments, hasMoreAttachments } = draft;
  return { ...(await mail.updateDraft(user, draft, content)), attachments, hasMoreAttachments };
}

function assertChangesSomething(content: DraftContent): void {
  if (Object.values(content).some((value) => value !== undefined)) return;
  throw new DomainError('invalid_arguments', 'No change was given.', {
    userAction: 'Give at least one of to, cc, bcc, subject or body.',
  });
}

/** Who stays in a list that was given although it does not name them. */
function keptNote({ to, cc, bcc }: DraftContent, draft: MessageDetails): string | undefined {
  const lists = [[to, draft.to] as const, [cc, draft.cc] as const, [bcc, draft.bcc] as const];
  const kept = lists.flatMap(([list, before]) => (list === undefined ? [] : keptIn(list, before)));
  if (kept.length === 0) return undefined;
  return `${quoteLines(kept.map(named))} stay in the list, because they have no address. An empty list removes everybody.`;
}

/** @throws DomainError `not_allowed` for what was sent or received */
export function assertDraft({ isDraft }: MessageDetails, done: string): void {
  if (isDraft) return;
  throw new DomainError('not_allowed', `This message is not a draft, so it cannot be ${done}.`, {
    userAction: 'Make a draft with mail_create_draft.',
  });
}

function withContent(draft: MessageDetails, { subject = draft.subject, to, cc, bcc }: DraftContent): DraftEnvelope {
  const people = (list: readonly string[] | undefined, before: readonly Correspondent[]) =>
    list === undefined ? before : [...list.map((address) => ({ address })), ...keptIn(list, before)];
  return { ...draft, subject, to: people(to, draft.to), cc: people(cc, draft.cc), bcc: people(bcc, draft.bcc) };
}
