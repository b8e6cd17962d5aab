import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors.js';
import type { DraftContent, MessageDetails } from '../../ports/mail.port.js';
import { defineTool } from '../../tool.js';
import { addressesInput } from '../address-input.js';
import { dryRunInput } from '../calendar/inputs.js';
import { type DraftEnvelope, draftOutput, toDraftData } from './draft-view.js';
import { bodyInput, messageIdInput, subjectInput } from './inputs.js';

export const updateDraft = defineTool({
  name: 'mail_update_draft',
  title: 'Change a draft',
  description:
    'Changes what is given of a draft and sends nothing. The message quoted in a reply stays below the body.',
  toolset: 'mail',
  input: z.strictObject({
    messageId: messageIdInput.describe('Id of the draft'),
    to: addressesInput.max(50).describe('The whole list, in place of the one it has').optional(),
    cc: addressesInput.max(50).describe('The whole list').optional(),
    bcc: addressesInput.max(50).describe('The whole list').optional(),
    subject: subjectInput.optional(),
    body: bodyInput.optional(),
    dryRun: dryRunInput,
  }),
  output: draftOutput,
  requiredScopes: ['Mail.ReadWrite'],
  optionalScopes: ['User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async execute({ messageId, dryRun, ...content }, context) {
    const draft = await context.mail.getMessage(context.user, messageId, 'none');
    mustBeDraft(draft, 'changed');
    const changed = dryRun ? withContent(draft, content) : await context.mail.updateDraft(context.user, draft, content);
    const data = await toDraftData(changed, !dryRun, context);
    const said = dryRun ? 'Nothing is done yet. Would change the draft' : 'The draft was changed and not sent';
    return { data, summary: `${said}, as ${quoteLine(data.actingAs)}.` };
  },
});

/** @throws DomainError `not_allowed` for what was sent or received */
export function mustBeDraft({ isDraft }: MessageDetails, done: string): void {
  if (isDraft) return;
  throw new DomainError('not_allowed', `This message is no draft, so it cannot be ${done}.`, {
    userAction: 'Make a draft with mail_create_draft.',
  });
}

function withContent(draft: MessageDetails, { subject = draft.subject, to, cc, bcc }: DraftContent): DraftEnvelope {
  const people = (list: readonly string[] | undefined) => list?.map((address) => ({ address }));
  return { ...draft, subject, to: people(to) ?? draft.to, cc: people(cc) ?? draft.cc, bcc: people(bcc) ?? draft.bcc };
}
