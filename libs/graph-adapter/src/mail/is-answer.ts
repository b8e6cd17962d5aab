import type { Message } from '@microsoft/microsoft-graph-types';

/** What tells an answer from a new message. */
export const ANSWER_FIELDS = ['subject', 'conversationIndex'] as const;

/** Bytes of the index of a message that began its conversation; each answer adds five ([MS-OXOMSG] 2.2.1.3). */
const FIRST_INDEX_BYTES = 22;

/** How Outlook begins the subject of a reply or forward, in its languages. */
const PREFIX =
  /^(?:re|aw|sv|vs|antw|ynt|odp|res|ref|rif|r|rv|tr|fw|fwd|wg|vb|vl|doorst|enc|i|pd|ilt|i̇lt|továbbítás|vá|回复|答复|回覆|回复|转发|轉寄|返信|転送|전달|회신|απ|πρθ|σχετ|תגובה|הועבר|رد|إعادة توجيه|ответ|пер|odg|posr|ats|tl|ct|bls|trs|atb|nts)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}[:：]/i;

/** Whether the draft is a reply or forward. */
export function isAnswer({ subject, conversationIndex }: Pick<Message, (typeof ANSWER_FIELDS)[number]>): boolean {
  const bytes = Buffer.from(conversationIndex ?? '', 'base64').length;
  return bytes > FIRST_INDEX_BYTES || PREFIX.test(subject?.trimStart() ?? '');
}
