import { randomUUID } from 'node:crypto';
import type {
  AgentMark,
  AttachedItem,
  DraftContent,
  MailPort,
  Message,
  MessageDetails,
  MessageQuery,
  Scope,
  UserContext,
} from '@app/domain';
import type { Someone } from '../suite.js';

/** A message with attachments, and what must be found in it. Names are those of the attachments, each one different. */
export interface AttachmentSample {
  readonly messageId: string;
  /** `begins`: the first characters of the file's content. */
  readonly file: { readonly name: string; readonly begins: string };
  readonly item: { readonly name: string; readonly content: Partial<AttachedItem> };
  readonly link: { readonly name: string };
}

/** One adapter with the mail of Anna Ebert and Ben Fischer of one organisation; mailboxes may hold other messages. */
export interface MailHarness {
  readonly mail: MailPort;
  /** Default scopes: `Mail.ReadWrite` and `Mail.Send`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  addressOf(person: Someone): string;
  /** A message of anna's with a file, a message and a link attached. */
  withAttachments(): Promise<AttachmentSample>;
  /** What answers by itself for ben, who is away; anna is not. */
  readonly awayMessage: string;
  /** What a message of theirs carries of the mark it was made with, read past the adapter. */
  markOf(person: Someone, messageId: string): Promise<AgentMark | undefined>;
  close(): Promise<void>;
}

export type MailHarnessOf = () => MailHarness;

/** One word that no other message has. */
export function uniqueWord(): string {
  return `w${randomUUID().replaceAll('-', '')}`;
}

/** Ben writes to anna; what she got, with its body. */
export async function received(
  { mail, as, addressOf }: MailHarness,
  content: Partial<DraftContent> & { readonly subject: string },
): Promise<MessageDetails> {
  const ben = as('ben');
  const draft = await mail.createDraft(ben, { to: [addressOf('anna')], body: 'Hello', ...content });
  await mail.sendDraft(ben, draft.id);
  const [message] = await found({ mail, as } as MailHarness, { subject: content.subject, folder: 'inbox' });
  if (!message) throw new Error('The message did not arrive.');
  return mail.getMessage(as('anna'), message.id, 'own');
}

/** Every message of anna's that a query finds, page by page. */
export async function found(
  { mail, as }: MailHarness,
  query: Partial<MessageQuery>,
  scopes?: readonly Scope[],
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (let after = query.after; ;) {
    const page = await mail.searchMessages(as('anna', scopes), { limit: 50, ...query, after });
    messages.push(...page.messages);
    if (page.next === undefined) return messages;
    after = page.next;
  }
}
