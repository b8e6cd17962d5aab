import {
  type AnswerMode,
  type AttachedItem,
  type BodyPart,
  type DraftContent,
  type DraftVersion,
  type MailFolder,
  type MailTip,
  MailPort,
  type Message,
  type MessageChanges,
  type MessageDetails,
  type MessagePage,
  type MessageQuery,
  type NewDraft,
  type UserContext,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import type { MailboxOwner } from '../mailbox-seed.js';
import { Mailboxes } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';
import { answerTo, asDraft, asReceived, assertDraft, recipientsOf, toStored, tipsOf, withContent } from './draft.js';
import { MailMemory, type NewStoredMessage, type StoredMessage, toListed, toWhole } from './mailbox.js';
import { neverWrittenTo, searchIn } from './search.js';

/** Mail in memory with Graph's rules; for trying Behalf without a tenant and for fast tests. */
@Injectable()
export class InMemoryMail extends MailPort {
  readonly #mailboxes: Mailboxes;
  readonly #mail = new Map<string, MailMemory>();

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async listFolders(user: UserContext, parent?: string): Promise<readonly MailFolder[]> {
    assertGranted(user, 'Mail.ReadBasic');
    const mail = this.#of(user);
    if (parent === undefined) return mail.folders;
    mail.folderId(parent);
    return [];
  }

  override async searchMessages(user: UserContext, query: MessageQuery): Promise<MessagePage> {
    assertGranted(user, 'Mail.ReadBasic');
    return searchIn(this.#of(user), query, user.may('Mail.Read'));
  }

  override async getMessage(user: UserContext, messageId: string, part: BodyPart): Promise<MessageDetails> {
    assertGranted(user, part === 'none' ? 'Mail.ReadBasic' : 'Mail.Read');
    return toWhole(this.#of(user).message(messageId), part);
  }

  override async getAttachment(user: UserContext, messageId: string, attachmentId: string): Promise<Uint8Array> {
    assertGranted(user, 'Mail.Read');
    return this.#of(user).attachedFile(messageId, attachmentId);
  }

  override async getAttachedItem(user: UserContext, messageId: string, attachmentId: string): Promise<AttachedItem> {
    assertGranted(user, 'Mail.Read');
    return this.#of(user).attachedItem(messageId, attachmentId);
  }

  /** Puts a message into somebody's mail as if it came from outside, and gives its id; to try tools with. */
  deliver(user: UserContext, message: NewStoredMessage): string {
    return this.#of(user).add(message).id;
  }

  /** What the message was marked with when it was made. */
  markOf(user: UserContext, messageId: string): StoredMessage['mark'] {
    return this.#of(user).message(messageId).mark;
  }

  override async createDraft(user: UserContext, content: NewDraft): Promise<MessageDetails> {
    assertGranted(user, 'Mail.ReadWrite');
    return toWhole(this.#addDraft(user, toStored(content)), 'none');
  }

  override async createAnswer(
    user: UserContext,
    messageId: string,
    mode: AnswerMode,
    content: NewDraft,
  ): Promise<MessageDetails> {
    assertGranted(user, 'Mail.ReadWrite');
    const answer = answerTo(this.#of(user).message(messageId), mode, this.#mailboxes.of(user).owner);
    return toWhole(this.#addDraft(user, withContent(answer, content)), 'none');
  }

  override async updateDraft(user: UserContext, draft: DraftVersion, content: DraftContent): Promise<MessageDetails> {
    await this.assertAccepts(user, draft);
    const mail = this.#of(user);
    return toWhole(mail.change(mail.message(draft.id), toStored(content, mail.message(draft.id))), 'none');
  }

  override async assertAccepts(user: UserContext, { id, version }: DraftVersion): Promise<void> {
    assertGranted(user, 'Mail.ReadWrite');
    assertDraft(this.#of(user).message(id), version);
  }

  override async sendDraft(user: UserContext, messageId: string): Promise<void> {
    assertGranted(user, 'Mail.Send');
    const mail = this.#of(user);
    const draft = mail.message(messageId);
    const received = this.#deliver(draft);
    mail.change(draft, { isDraft: false, folderId: 'sentitems', received, sent: received });
  }

  override async sendVersion(user: UserContext, draft: DraftVersion): Promise<void> {
    await this.assertAccepts(user, draft);
    assertGranted(user, 'Mail.Send');
    const mail = this.#of(user);
    mail.sendCopy(mail.message(draft.id), this.#deliver(mail.message(draft.id)));
  }

  override async sentAt(user: UserContext, internetMessageId: string): Promise<string | undefined> {
    return this.#of(user).sentAt(internetMessageId);
  }

  override async neverWrittenTo(user: UserContext, addresses: readonly string[]): Promise<readonly string[]> {
    assertGranted(user, 'Mail.Read');
    return neverWrittenTo(this.#of(user), addresses);
  }

  override async mailTips(user: UserContext, addresses: readonly string[]): Promise<readonly MailTip[]> {
    assertGranted(user, 'Mail.Read');
    return addresses.flatMap((address) => tipsOf(address, this.#mailboxes.withAddress(address)?.owner));
  }

  /** @returns when it was received */
  #deliver(draft: StoredMessage): string {
    const received = new Date().toISOString();
    const boxes = recipientsOf(draft).map(({ address }) => address && this.#mailboxes.withAddress(address)?.owner);
    for (const owner of new Set(boxes)) if (owner) this.#ofOwner(owner).add(asReceived(draft, received));
    return received;
  }

  override async organize(user: UserContext, messageId: string, changes: MessageChanges): Promise<Message> {
    assertGranted(user, 'Mail.ReadWrite');
    return toListed(this.#of(user).organize(messageId, changes), true);
  }

  #addDraft(user: UserContext, content: Partial<StoredMessage>): StoredMessage {
    return this.#of(user).add(asDraft(content, this.#mailboxes.of(user).owner));
  }

  #of(user: UserContext): MailMemory {
    return this.#ofOwner(this.#mailboxes.of(user).owner);
  }

  #ofOwner({ key }: MailboxOwner): MailMemory {
    const mail = this.#mail.get(key) ?? new MailMemory();
    this.#mail.set(key, mail);
    return mail;
  }
}
