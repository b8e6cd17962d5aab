import { createHash } from 'node:crypto';
import { GraphError, badRequest, itemNotFound } from '../errors.js';
import type { IdMint } from '../mailbox/ids.js';
import { parseItemId, toImmutableId } from '../mailbox/ids.js';
import { type MailFolder, type MailMessage, type MessageFields, NO_FIELDS } from './model.js';

const WELL_KNOWN = {
  archive: 'Archive',
  deleteditems: 'Deleted Items',
  drafts: 'Drafts',
  inbox: 'Inbox',
  junkemail: 'Junk Email',
  outbox: 'Outbox',
  sentitems: 'Sent Items',
} as const;

export type WellKnownFolder = keyof typeof WELL_KNOWN;

/** What a new message is made of. */
export interface NewMessage {
  readonly folder: MailFolder;
  readonly fields: Partial<MessageFields>;
  readonly at: Date;
  readonly isDraft: boolean;
  readonly conversationId?: string;
  readonly internetMessageId?: string;
  readonly attachments?: MailMessage['attachments'];
  readonly headers?: MailMessage['headers'];
  readonly meeting?: MailMessage['meeting'];
}

/** The mail of one person. */
export class MailStore {
  readonly ids: IdMint;
  readonly rootId: string;
  readonly folders = new Map<string, MailFolder>();
  readonly #messages = new Map<string, MailMessage>();

  constructor(ids: IdMint) {
    this.ids = ids;
    this.rootId = ids.nextFolderId();
    for (const [wellKnownName, name] of Object.entries(WELL_KNOWN)) this.addFolder(name, this.rootId, wellKnownName);
  }

  /** Newest first, as Graph lists them. */
  get messages(): readonly MailMessage[] {
    return [...this.#messages.values()].reverse().sort((one, other) => compare(other.receivedAt, one.receivedAt));
  }

  addFolder(name: string, parentId: string, wellKnownName?: string, isHidden = false): MailFolder {
    return this.saveFolder({ id: this.ids.nextFolderId(), name, parentId, wellKnownName, isHidden });
  }

  saveFolder(folder: MailFolder): MailFolder {
    this.folders.set(folder.id, folder);
    return folder;
  }

  /** With the messages and folders in it. */
  copyFolder(folder: MailFolder, parent: MailFolder, now: Date): MailFolder {
    const made = this.addFolder(folder.name, parent.id, undefined, folder.isHidden);
    for (const message of this.#in(folder)) this.copy(message, made, now);
    for (const inside of this.#foldersIn(folder)) if (inside.id !== made.id) this.copyFolder(inside, made, now);
    return made;
  }

  /** With the messages and folders in it. */
  removeFolder(folder: MailFolder): void {
    for (const message of this.#in(folder)) this.remove(message);
    for (const inside of this.#foldersIn(folder)) this.removeFolder(inside);
    this.folders.delete(folder.id);
  }

  /** @throws GraphError for a name or an id that is not of this mailbox */
  folder(idOrName: string): MailFolder {
    const name = idOrName.toLowerCase();
    const found =
      this.folders.get(idOrName) ?? [...this.folders.values()].find(({ wellKnownName }) => wellKnownName === name);
    if (found) return found;
    if (!/^AAMkA/.test(idOrName)) throw badRequest('ErrorInvalidIdMalformed', 'Id is malformed.');
    throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  }

  wellKnown(name: WellKnownFolder): MailFolder {
    return this.folder(name);
  }

  add(message: NewMessage): MailMessage {
    const made = this.compose(message);
    this.#messages.set(made.key, made);
    return made;
  }

  /** A message that is in no folder's list yet. */
  compose({ folder, fields, at, isDraft, attachments = [], headers = [], ...named }: NewMessage): MailMessage {
    const key = this.ids.nextItemId();
    const time = `${at.toISOString().slice(0, 19)}Z`;
    return {
      key,
      id: key,
      folderId: folder.id,
      conversationId: named.conversationId ?? conversationOf(key),
      internetMessageId: named.internetMessageId ?? `<${conversationOf(key)}@local.invalid>`,
      isDraft,
      version: 1,
      createdAt: time,
      modifiedAt: time,
      sentAt: time,
      receivedAt: time,
      fields: { ...NO_FIELDS, ...fields },
      attachments,
      headers,
      ...(named.meeting && { meeting: named.meeting }),
    };
  }

  /** By the usual id or by the immutable one. */
  message(id: string): MailMessage {
    if (!parseItemId(id)) throw badRequest('ErrorInvalidIdMalformed', 'Id is malformed.');
    const found = [...this.#messages.values()].find((one) => one.id === id || toImmutableId(one.key) === id);
    if (!found) throw itemNotFound();
    return found;
  }

  save(message: MailMessage, now: Date): MailMessage {
    const saved = { ...message, version: message.version + 1, modifiedAt: `${now.toISOString().slice(0, 19)}Z` };
    this.#messages.set(message.key, saved);
    return saved;
  }

  /** In another folder a message has another id; only the immutable one stays. */
  move(message: MailMessage, folder: MailFolder, now: Date): MailMessage {
    if (message.folderId === folder.id) return message;
    return this.save({ ...message, id: this.ids.nextItemId(), folderId: folder.id }, now);
  }

  copy(message: MailMessage, folder: MailFolder, now: Date): MailMessage {
    const key = this.ids.nextItemId();
    const time = `${now.toISOString().slice(0, 19)}Z`;
    const made = { ...message, key, id: key, folderId: folder.id, version: 1, createdAt: time, modifiedAt: time };
    this.#messages.set(key, made);
    return made;
  }

  remove({ key }: MailMessage): void {
    this.#messages.delete(key);
  }

  #in({ id }: MailFolder): readonly MailMessage[] {
    return [...this.#messages.values()].filter(({ folderId }) => folderId === id);
  }

  #foldersIn({ id }: MailFolder): readonly MailFolder[] {
    return [...this.folders.values()].filter(({ parentId }) => parentId === id);
  }
}

function conversationOf(key: string): string {
  return `AAQkA${createHash('sha256').update(key).digest('base64url').slice(0, 40)}=`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
