import { randomUUID } from 'node:crypto';
import {
  type AgentMark,
  type AttachedItem,
  DomainError,
  type MailFolder,
  type Message,
  type MessageChanges,
  type MessageDetails,
} from '@app/domain';
import { timeOf } from '../../mail/message-page.js';

/** A message in one mailbox, its own words apart from the history it quotes. */
export interface StoredMessage extends Omit<MessageDetails, 'body' | 'version' | 'preview'> {
  readonly own: string;
  readonly history: string;
  readonly revision: number;
  /** What is attached, by the id of the attachment; of a link there is nothing. */
  readonly contents?: Readonly<Record<string, Uint8Array | AttachedItem>>;
  readonly mark?: AgentMark;
}

export type NewStoredMessage = Pick<StoredMessage, 'folderId' | 'received' | 'sent'> & Partial<StoredMessage>;

const FOLDERS = {
  archive: 'Archive',
  deleteditems: 'Deleted Items',
  drafts: 'Drafts',
  inbox: 'Inbox',
  junkemail: 'Junk Email',
  sentitems: 'Sent Items',
} as const;

const BLANK: Omit<StoredMessage, 'id' | 'folderId' | 'received' | 'sent'> = {
  subject: '',
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  isRead: true,
  isDraft: false,
  hasAttachments: false,
  flag: 'none',
  categories: [],
  attachments: [],
  own: '',
  history: '',
  revision: 1,
};

/** One person's mail; a folder's id is its well-known name. */
export class MailMemory {
  readonly #messages = new Map<string, StoredMessage>();

  /** Newest first. */
  get messages(): readonly StoredMessage[] {
    const latestFirst = [...this.#messages.values()].reverse();
    return latestFirst.sort((one, other) => timeOf(other) - timeOf(one));
  }

  get folders(): readonly MailFolder[] {
    return Object.entries(FOLDERS).map(([id, name]) => {
      const inside = this.messages.filter(({ folderId }) => folderId === id);
      const unread = inside.filter(({ isRead }) => !isRead).length;
      return { id, name, unread, total: inside.length, childFolders: 0 };
    });
  }

  /** @throws DomainError `not_found` */
  folderId(name: string): string {
    const id = name.toLowerCase();
    if (Object.hasOwn(FOLDERS, id)) return id;
    throw new DomainError('not_found', 'There is no such mail folder.', { userAction: 'List the folders.' });
  }

  add(message: NewStoredMessage): StoredMessage {
    const id = message.id ?? randomUUID();
    const added = {
      ...BLANK,
      conversationId: randomUUID(),
      internetMessageId: `<${randomUUID()}@memory.invalid>`,
      ...message,
      id,
    };
    this.#messages.set(id, added);
    return added;
  }

  /** @throws DomainError `not_found` */
  message(id: string): StoredMessage {
    const found = this.#messages.get(id);
    if (found) return found;
    throw new DomainError('not_found', 'There is no such message.', { userAction: 'Use an id from a new search.' });
  }

  /** @throws DomainError `not_found`, `not_allowed` */
  attachedFile(messageId: string, attachmentId: string): Uint8Array {
    const content = this.#attached(messageId, attachmentId);
    if (content instanceof Uint8Array) return content;
    throw new DomainError('not_allowed', 'The attachment is not a file, so it cannot be read here.');
  }

  /** @throws DomainError `not_found`, `not_allowed` */
  attachedItem(messageId: string, attachmentId: string): AttachedItem {
    const item = this.#attached(messageId, attachmentId);
    if (item && 'subject' in item) return item;
    throw new DomainError('not_allowed', 'The attachment is not a message, so it cannot be read as one.');
  }

  change(message: StoredMessage, changes: Partial<StoredMessage>): StoredMessage {
    const changed = { ...message, ...changes, revision: message.revision + 1 };
    this.#messages.set(message.id, changed);
    return changed;
  }

  /** @throws DomainError `not_found` */
  organize(messageId: string, changes: MessageChanges): StoredMessage {
    const message = this.message(messageId);
    const folderId = changes.moveTo === undefined ? message.folderId : this.folderId(changes.moveTo);
    const { isRead = message.isRead, flag = message.flag, categories = message.categories } = changes;
    return this.change(message, { isRead, flag, categories, folderId });
  }

  /** The draft itself goes to Deleted Items. */
  sendCopy(draft: StoredMessage, at: string): void {
    this.add({ ...draft, id: randomUUID(), isDraft: false, folderId: 'sentitems', received: at, sent: at });
    this.change(draft, { folderId: 'deleteditems' });
  }

  sentAt(messageId: string): string | undefined {
    return this.messages.find((one) => one.folderId === 'sentitems' && one.internetMessageId === messageId)?.sent;
  }

  #attached(messageId: string, attachmentId: string): Uint8Array | AttachedItem | undefined {
    const { attachments, contents } = this.message(messageId);
    if (attachments.some(({ id }) => id === attachmentId)) return contents?.[attachmentId];
    throw new DomainError('not_found', 'There is no such attachment.', { userAction: 'List the attachments.' });
  }
}

/** As lists show it; the first words only to who may read bodies. */
export function toListed(
  { own, history, revision: _, contents: _contents, mark: _mark, ...message }: StoredMessage,
  withPreview: boolean,
): Message {
  const { cc: _cc, bcc: _bcc, replyTo: _replyTo, attachments: _files, ...listed } = message;
  const preview = `${own}\n${history}`.trim().slice(0, 255);
  return { ...listed, preview: withPreview && preview !== '' ? preview : undefined };
}

export function toWhole(
  { own, history, revision, contents: _contents, mark: _mark, ...message }: StoredMessage,
  part: 'none' | 'own' | 'whole',
): MessageDetails {
  const version = String(revision);
  if (part === 'none') return { ...message, attachments: [], version };
  return { ...message, version, body: part === 'own' ? own : `${own}\n\n${history}`.trim() };
}
