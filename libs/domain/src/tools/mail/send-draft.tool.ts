import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import { needsFacts } from '../../policy/needs-facts.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { dryRunInput, UNTRUSTED } from '../shared/inputs.js';
import { mailOf } from './correspondents.js';
import { draftOutput, recipientsOf, toDraftData } from './draft-view.js';
import { messageIdInput } from './inputs.js';
import { readDraft } from './read-draft.js';
import { recipientTips } from './recipient-tips.js';
import { assertDraft } from './update-draft.tool.js';

/** The only tool that sends mail. */
export const sendDraft = defineTool({
  name: 'mail_send_draft',
  title: 'Send a draft',
  description:
    'Sends a draft to its recipients; this cannot be undone. Call only when the person has agreed to its text and recipients; dryRun shows who would receive it and who is outside the organisation.',
  toolset: 'mail',
  input: z.strictObject({ messageId: messageIdInput.describe('Id of the draft'), dryRun: dryRunInput }),
  output: draftOutput.extend({ recipientTips: z.array(z.string()).describe(UNTRUSTED).optional() }),
  requiredScopes: ['Mail.Send', 'Mail.ReadWrite'],
  optionalScopes: ['User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  effects: { reaches: 'outsiders', perCall: true },
  async review({ messageId }, { mail, user }) {
    const { body = '', attachments } = await mail.getMessage(user, messageId, 'whole');
    const names = attachments.map(({ name }) => name).join('\n');
    return [{ title: 'Text', text: body }, ...(names === '' ? [] : [{ title: 'Attachments', text: names }])];
  },
  async execute({ messageId, dryRun }, context) {
    const draft = await readDraft(messageId, context);
    assertDraft(draft, 'sent');
    await assertNotSent(draft, context);
    const people = recipientsOf(draft);
    if (people.length === 0) {
      throw new DomainError('invalid_arguments', 'The draft has no recipient.', {
        userAction: 'Add one with mail_update_draft.',
      });
    }
    const { version, from } = draft;
    await context.agree({ recipients: people.map(mailOf), ownAddress: from && mailOf(from), version, dryRun });
    const { tips, note } = dryRun ? await recipientTips(people.map(mailOf), context) : {};
    const data = { ...(await toDraftData(draft, !dryRun, context, [note])), recipientTips: tips };
    if (!dryRun) await send(draft, context);
    const outside = data.external.length > 0 ? `, ${data.external.length} of them outside the organisation` : '';
    const said = dryRun ? 'Nothing is sent yet. Would send' : 'Sent';
    return {
      data,
      undo: dryRun ? undefined : { cannot: 'sent mail cannot be recalled.' },
      summary: `${said} to ${people.length} as ${quoteLine(data.actingAs)}${outside}.`,
    };
  },
});

/** Where recipients are checked, what was checked is what is sent: another call may change the draft meanwhile. */
async function send(draft: MessageDetails, { mail, user, policy }: ToolContext): Promise<void> {
  if (needsFacts(policy)) await mail.sendVersion(user, draft);
  else await mail.sendDraft(user, draft.id);
}

/** A draft that was sent as it was checked is still a draft, in Deleted Items. */
async function assertNotSent(
  { internetMessageId }: MessageDetails,
  { mail, user, policy }: ToolContext,
): Promise<void> {
  const at = internetMessageId && needsFacts(policy) ? await mail.sentAt(user, internetMessageId) : undefined;
  if (at !== undefined) throw new DomainError('already_sent', `This draft was sent at ${at}.`);
}
