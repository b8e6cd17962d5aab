import type { MessagePage, MessageQuery } from '@app/domain';
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
