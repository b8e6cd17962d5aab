import {
  type AnswerMode,
  type AttachedItem,
  type BodyPart,
  type DraftContent,
  type DraftVersion,
  type Listed,
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
import type { MailFolder as GraphMailFolder } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { readingChange } from '../http/outcome-unknown.js';
import type { GraphPage } from '../http/graph-session.js';
import { listed, type Readable, readable } from '../http/readable.js';
import { answerMessage } from './answer-message.js';
import { changesOfDraft } from './change-draft.js';
import { fromNewDraft } from './from-draft.js';
import { mailTips } from './mail-tips.js';
import { FOLDER_FIELDS } from './message-fields.js';
import { readMessages } from './message-search.js';
import { neverWrittenTo } from './never-written-to.js';
import { organizeMessage } from './organize-message.js';
import { PREFER_MAIL } from './prefer.js';
import { readAttachedItem, readAttachment } from './read-attachment.js';
import { readMessage } from './read-message.js';
import { Sends, sendVersion, sentAt } from './send-version.js';
import { type GraphMessageItem, toMailFolder, toMessageDetails } from './to-message.js';

/** The mail of the signed-in person in Microsoft Graph v1.0. */
@Injectable()
export class GraphMail extends MailPort {
  readonly #graph: GraphClientFactory;
  readonly #sends = new Sends();

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async listFolders(user: UserContext, parent?: string): Promise<Listed<MailFolder>> {
    const session = this.#graph.sessionFor(user);
    const place = parent === undefined ? ['me', 'mailFolders'] : ['me', 'mailFolders', parent, 'childFolders'];
    const pages: Readable<MailFolder>[] = [];
    let link: string | undefined = graphPath(place, { $select: FOLDER_FIELDS.join(','), $top: '100' });
    while (link !== undefined) {
      const page: GraphPage<GraphMailFolder> = await session.getPage<GraphMailFolder>(link, PREFER_MAIL);
      pages.push(readable(page.items, toMailFolder));
      link = page.nextLink;
    }
    return listed(pages);
  }

  override async searchMessages(user: UserContext, query: MessageQuery): Promise<MessagePage> {
    return readMessages(this.#graph.sessionFor(user), user, query);
  }

  override async getMessage(user: UserContext, messageId: string, part: BodyPart): Promise<MessageDetails> {
    return readMessage(this.#graph.sessionFor(user), messageId, part);
  }

  override async getAttachment(
    user: UserContext,
    messageId: string,
    attachmentId: string,
    maxBytes?: number,
  ): Promise<Uint8Array> {
    return readAttachment(this.#graph.sessionFor(user), messageId, attachmentId, maxBytes);
  }

  override async getAttachedItem(user: UserContext, messageId: string, attachmentId: string): Promise<AttachedItem> {
    return readAttachedItem(this.#graph.sessionFor(user), messageId, attachmentId);
  }

  override async createDraft(user: UserContext, content: NewDraft): Promise<MessageDetails> {
    const session = this.#graph.sessionFor(user);
    const path = graphPath(['me', 'messages']);
    const made = await session.post<GraphMessageItem>(path, fromNewDraft(content), PREFER_MAIL);
    return readingChange(path, toMessageDetails)(made);
  }

  override async createAnswer(
    user: UserContext,
    messageId: string,
    mode: AnswerMode,
    content: NewDraft,
  ): Promise<MessageDetails> {
    return answerMessage(this.#graph.sessionFor(user), messageId, mode, content);
  }

  override async updateDraft(
    user: UserContext,
    { id, version }: DraftVersion,
    content: DraftContent,
  ): Promise<MessageDetails> {
    const session = this.#graph.sessionFor(user);
    const changes = await changesOfDraft(session, id, content);
    const path = graphPath(['me', 'messages', id]);
    const changed = await session.patch<GraphMessageItem>(path, changes, PREFER_MAIL, version);
    return readingChange(path, toMessageDetails)(changed);
  }

  override async assertAccepts(user: UserContext, { id }: DraftVersion, content: DraftContent): Promise<void> {
    await changesOfDraft(this.#graph.sessionFor(user), id, content);
  }

  override async sendDraft(user: UserContext, messageId: string): Promise<void> {
    await this.#graph.sessionFor(user).act(graphPath(['me', 'messages', messageId, 'send']), undefined, PREFER_MAIL);
  }

  override async sendVersion(user: UserContext, draft: MessageDetails): Promise<void> {
    await this.#sends.once(draft.id, () => sendVersion(this.#graph.sessionFor(user), draft));
  }

  override async sentAt(user: UserContext, internetMessageId: string): Promise<string | undefined> {
    return sentAt(this.#graph.sessionFor(user), internetMessageId);
  }

  override async neverWrittenTo(
    user: UserContext,
    addresses: readonly string[],
  ): Promise<readonly string[] | undefined> {
    return neverWrittenTo(this.#graph.sessionFor(user), addresses);
  }

  override async mailTips(user: UserContext, addresses: readonly string[]): Promise<readonly MailTip[]> {
    return mailTips(this.#graph.sessionFor(user), addresses);
  }

  override async organize(user: UserContext, messageId: string, changes: MessageChanges): Promise<Message> {
    return organizeMessage(this.#graph.sessionFor(user), messageId, changes);
  }
}
