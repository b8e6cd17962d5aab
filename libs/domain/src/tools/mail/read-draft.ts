import { DomainError } from '../../errors/domain-error.js';
import type { DraftContent, MessageDetails } from '../../ports/mail.port.js';
import { shortText } from '../../text/cut.js';
import type { ToolContext } from '../../tool/tool.js';
import { bodyText } from '../shared/body-text.js';

/** Characters of the words that were replaced. */
export const MAX_REPLACED = 8_000;

/** A message with what is attached to it, where bodies may be read. */
export function readDraft(messageId: string, { mail, user }: ToolContext): Promise<MessageDetails> {
  return mail.getMessage(user, messageId, user.may('Mail.Read') ? 'own' : 'none');
}

/** A draft that was just made, with what it took along. It is made even where that cannot be read. */
export async function withAttachments(draft: MessageDetails, context: ToolContext): Promise<MessageDetails> {
  try {
    const { attachments, hasAttachments, hasMoreAttachments } = await readDraft(draft.id, context);
    return { ...draft, attachments, hasAttachments, hasMoreAttachments };
  } catch (error) {
    if (error instanceof DomainError) return draft;
    throw error;
  }
}

/** The words of a draft in whose place others come. */
export async function replacedWords(
  { body }: DraftContent,
  draft: MessageDetails,
  context: ToolContext,
): Promise<string | undefined> {
  if (body === undefined) return undefined;
  const { text = '' } = await bodyText(draft, context);
  const before = text.trim();
  return before === '' || before === body.trim() ? undefined : shortText(before, MAX_REPLACED);
}
