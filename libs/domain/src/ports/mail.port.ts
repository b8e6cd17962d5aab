import type { UserContext } from '../call/user-context.js';
import type { AgentMark } from './agent-mark.js';
import type { BodyFormat } from './body-format.js';
import type { Listed } from './listed.js';
import type { AttachedItem, Correspondent, MailAttachment, MailTip, MeetingMessage, Protection } from './mail-parts.js';

/** A folder of a mailbox, with how much is in it. */
export interface MailFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
  readonly unread: number;
  readonly total: number;
  readonly childFolders: number;
}

/** Whether a message is flagged for follow-up. */
export type FlagStatus = 'none' | 'flagged' | 'complete';

/** A message as a list shows it. */
export interface Message {
  readonly id: string;
  readonly subject: string;
  readonly from?: Correspondent;
  /** Who sent it on behalf of `from`; only where that is somebody else. */
  readonly sender?: Correspondent;
  readonly to: readonly Correspondent[];
  /** UTC instant; of a draft, when it was made. Absent where it is not known. */
  readonly received?: string;
  /** UTC instant. */
  readonly sent?: string;
  /** UTC instant. */
  readonly created?: string;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly hasAttachments: boolean;
  readonly flag: FlagStatus;
  readonly categories: readonly string[];
  readonly folderId: string;
  /** The first words; only where bodies may be read. */
  readonly preview?: string;
  /** Only of messages about a meeting. */
  readonly meeting?: MeetingMessage;
}

/** A message with its recipients, attachments and, where wanted, its body. */
export interface MessageDetails extends Message {
  readonly cc: readonly Correspondent[];
  readonly bcc: readonly Correspondent[];
  readonly replyTo: readonly Correspondent[];
  readonly conversationId?: string;
  /** Message-ID (RFC 5322), which the sent copy of a draft keeps. */
  readonly internetMessageId?: string;
  readonly webLink?: string;
  /** Only when it was asked for and may be read. */
  readonly body?: string;
  /** Plain text when absent. */
  readonly bodyFormat?: BodyFormat;
  /** Only with a body, and without the pictures in it. */
  readonly attachments: readonly MailAttachment[];
  /** Names of the pictures in the body. */
  readonly pictures?: readonly string[];
  /** There are more than those: too many to list, or such that cannot be read. */
  readonly hasMoreAttachments?: true;
  /** Only with a body, whose attachments tell of it. */
  readonly protection?: Protection;
  /** Which version this is, for changing nothing but that version. */
  readonly version: string;
}

/**
 * Where a page of messages ended: the moment its last message is ordered by (received, or sent where words are looked
 * for in bodies), and the ids of the messages of that moment that were given.
 */
export interface MessagePosition {
  readonly at: string;
  readonly ids: readonly string[];
}

/** What is looked for; everything given has to be met. Words are looked for without regard to case. */
export interface MessageQuery {
  /** Id of a folder or its well-known name, such as `inbox`; the whole mailbox when absent. */
  readonly folder?: string;
  /** In the sender's name or address. */
  readonly from?: string;
  /** In a To recipient's name or address. */
  readonly to?: string;
  readonly subject?: string;
  /** Words in subject, sender or body; in bodies only with `Mail.Read`. */
  readonly text?: string;
  /** UTC instants, the end exclusive. */
  readonly since?: string;
  readonly until?: string;
  readonly unread?: boolean;
  readonly hasAttachments?: boolean;
  readonly limit: number;
  readonly after?: MessagePosition;
}

/** Some of the messages that a query finds, and where the next ones begin. */
export interface MessagePage {
  /** Newest first, by when they were received, or sent where words are looked for in bodies. */
  readonly messages: readonly Message[];
  /** Present when there may be more, even where the page is short because much had to be looked through. */
  readonly next?: MessagePosition;
  /** How many were left out because they could not be read. */
  readonly skipped?: number;
  /** What of the words was looked for in subjects and names only, since a search does not find it in bodies. */
  readonly unsearchable?: readonly string[];
}

/** `own` leaves out the history that a reply quotes. */
export type BodyPart = 'none' | 'own' | 'whole';

/** The parts of a draft that are to be set. */
export interface DraftContent {
  readonly subject?: string;
  /** Plain text. */
  readonly body?: string;
  /** Addresses; each list stands for the whole list. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
}

/** A draft to be made. */
export interface NewDraft extends DraftContent {
  /** Stays with the message when it is changed and sent; who receives it can see it. */
  readonly mark?: AgentMark;
}

/** Which draft is meant, and as it was read. */
export type DraftVersion = Pick<MessageDetails, 'id' | 'version'>;

/** How a message is answered. */
export type AnswerMode = 'reply' | 'replyAll' | 'forward';

/** What is to change of a message: marks, categories, folder. */
export interface MessageChanges {
  readonly isRead?: boolean;
  readonly flag?: FlagStatus;
  /** The whole list. */
  readonly categories?: readonly string[];
  /** Id or well-known name of the folder to move to. */
  readonly moveTo?: string;
}

/** The signed-in person's mail. Every method throws `DomainError` and nothing else. */
export abstract class MailPort {
  /**
   * The top folders, or those directly within one. Needs `Mail.ReadBasic`.
   * @throws DomainError `not_found`
   */
  abstract listFolders(user: UserContext, parent?: string): Promise<Listed<MailFolder>>;

  /**
   * Needs `Mail.ReadBasic`; previews and words of bodies need `Mail.Read`.
   * @throws DomainError `not_found` for an unknown folder
   */
  abstract searchMessages(user: UserContext, query: MessageQuery): Promise<MessagePage>;

  /**
   * Needs `Mail.ReadBasic`, and `Mail.Read` with a body.
   * @throws DomainError `not_found`
   */
  abstract getMessage(user: UserContext, messageId: string, part: BodyPart): Promise<MessageDetails>;

  /**
   * The bytes of an attached file. Needs `Mail.Read`.
   * @param maxBytes default 25 MiB
   * @throws DomainError `not_found`, `not_allowed` for what is no file, or a larger one
   */
  abstract getAttachment(
    user: UserContext,
    messageId: string,
    attachmentId: string,
    maxBytes?: number,
  ): Promise<Uint8Array>;

  /**
   * What is attached and has a subject and a body of its own. Needs `Mail.Read`.
   * @throws DomainError `not_found`, `not_allowed` for what is no such item
   */
  abstract getAttachedItem(user: UserContext, messageId: string, attachmentId: string): Promise<AttachedItem>;

  /** Needs `Mail.ReadWrite`. Sends nothing. */
  abstract createDraft(user: UserContext, content: NewDraft): Promise<MessageDetails>;

  /**
   * A draft that answers a message and quotes it; recipients given are added to those the answer has by itself.
   * Needs `Mail.ReadWrite`. Sends nothing.
   * @throws DomainError `not_found`
   */
  abstract createAnswer(
    user: UserContext,
    messageId: string,
    mode: AnswerMode,
    content: NewDraft,
  ): Promise<MessageDetails>;

  /**
   * Changes what is given; history below the own words stays. Needs `Mail.ReadWrite`.
   * @throws DomainError `not_found`, `not_allowed` (no draft), `conflict` (no longer that version)
   */
  abstract updateDraft(user: UserContext, draft: DraftVersion, content: DraftContent): Promise<MessageDetails>;

  /**
   * Changes nothing, and throws what `updateDraft` would. Needs `Mail.ReadWrite`.
   * @throws DomainError as `updateDraft`
   */
  abstract assertAccepts(user: UserContext, draft: DraftVersion, content: DraftContent): Promise<void>;

  /**
   * Needs `Mail.Send`. A draft is sent once: it is not tried again where it may have been sent.
   * @throws DomainError `not_found`, `not_allowed` (no draft), `invalid_arguments` (nobody to send to)
   */
  abstract sendDraft(user: UserContext, messageId: string): Promise<void>;

  /**
   * Sends the draft as it was read and in no other form; it is in Deleted Items after. Needs `Mail.Send` and
   * `Mail.ReadWrite`.
   * @param draft with its attachments
   * @throws DomainError `not_found`, `conflict` (no longer that version, being sent), `not_allowed` (cannot be sent so)
   */
  abstract sendVersion(user: UserContext, draft: MessageDetails): Promise<void>;

  /** When the message with this Message-ID was sent (UTC), if it is in Sent Items. Needs `Mail.ReadBasic`. */
  abstract sentAt(user: UserContext, internetMessageId: string): Promise<string | undefined>;

  /**
   * Those of the addresses (at most 20) to which no message in Sent Items was sent; undefined where a bounded search cannot
   * tell. What was sent a moment ago may not be found yet. Needs `Mail.Read`.
   */
  abstract neverWrittenTo(user: UserContext, addresses: readonly string[]): Promise<readonly string[] | undefined>;

  /**
   * What Exchange tells of recipients before anything is sent; of whom it tells nothing there is nothing. At most 50
   * addresses. Needs `Mail.Read`.
   */
  abstract mailTips(user: UserContext, addresses: readonly string[]): Promise<readonly MailTip[]>;

  /**
   * Moves, then marks. Needs `Mail.ReadWrite`.
   * @throws DomainError `not_found`
   */
  abstract organize(user: UserContext, messageId: string, changes: MessageChanges): Promise<Message>;
}
