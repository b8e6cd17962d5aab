import type { Correspondent, MessagePage, MessageQuery } from '@app/domain';
import { hasWords, isMeant, pageOfMessages } from '../../mail/message-page.js';
import { type MailMemory, toListed } from './mailbox.js';

/** @throws DomainError `not_found` for an unknown folder */
export function searchIn(mail: MailMemory, query: MessageQuery, readsBodies: boolean): MessagePage {
  const folder = query.folder === undefined ? undefined : mail.folderId(query.folder);
  const found = mail.messages
    .filter(({ folderId }) => folder === undefined || folderId === folder)
    .filter((message) => hasWords(message, query, readsBodies ? `${message.own} ${message.history}` : ''))
    .filter((message) => isMeant(message, query, 'received'));
  return pageOfMessages(
    found.map((message) => toListed(message, readsBodies)),
    query,
    'received',
  );
}

/** Those of the addresses whom nothing in Sent Items went to. */
export function neverWrittenTo({ messages }: MailMemory, addresses: readonly string[]): readonly string[] {
  const sent = messages.filter(({ folderId }) => folderId === 'sentitems');
  const known = new Set(sent.flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc]).map(lowerCased));
  return addresses.filter((address) => !known.has(address.toLowerCase()));
}

function lowerCased({ address }: Correspondent): string | undefined {
  return address?.toLowerCase();
}
