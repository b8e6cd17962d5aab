import type { BodyFormat } from './body-format.js';

/** Somebody in a message. Some are known by their name alone, or by an address of Exchange's own (`/o=ExchangeLabs/…`). */
export interface Correspondent {
  readonly name?: string;
  readonly address?: string;
}

/** What a message about a meeting says; `other` where it does not tell. */
export type MeetingMessageKind =
  'invitation' | 'cancellation' | 'accepted' | 'tentativelyAccepted' | 'declined' | 'response' | 'other';

/** What a message about a meeting is about, as far as it is known. */
export interface MeetingMessage {
  readonly kind: MeetingMessageKind;
  /** Of the event in the person's own calendar. */
  readonly eventId?: string;
  /** Local times with the zone they are in. */
  readonly time?: LocalTimes;
  readonly location?: string;
  /** It is about all meetings of a series. */
  readonly isSeries?: true;
  /** When the one who answered would rather meet. */
  readonly proposed?: LocalTimes;
  /** A later message about the same meeting has come. */
  readonly isOutOfDate?: true;
}

/** How a message is sealed: `signed` ones can be read, of the others the body cannot be read here. */
export type Protection = 'signed' | 'encrypted' | 'restricted';

/** `item`: a message, event or contact; `link`: to a file that stayed in OneDrive or SharePoint. */
export type AttachmentKind = 'file' | 'item' | 'link';

/** An attachment as a message lists it, without its content. */
export interface MailAttachment {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly name: string;
  /** Empty where there is none, as with items. */
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** Local times with the zone they are in. */
export interface LocalTimes {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
}

/** Something that is known of a contact. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** An attached message, event or contact, as far as it has words. */
export interface AttachedItem {
  readonly subject: string;
  /** Who wrote the message or organizes the event. */
  readonly from?: Correspondent;
  /** To whom it was written, or who attends. */
  readonly to: readonly Correspondent[];
  readonly cc?: readonly Correspondent[];
  /** UTC instant. */
  readonly sent?: string;
  /** Of an event: local times with the zone they are in. */
  readonly time?: LocalTimes;
  readonly location?: string;
  /** Of a contact: addresses, telephone numbers and the like under their names. */
  readonly facts?: readonly Fact[];
  readonly body: string;
  readonly bodyFormat?: BodyFormat;
  /** It has attachments itself, which are not read. */
  readonly hasAttachments: boolean;
}

/** What is known of a recipient before anything is sent. */
export interface MailTip {
  readonly address: string;
  /** The automatic reply of somebody who is away; written by them. */
  readonly awayMessage?: { readonly body: string; readonly bodyFormat?: BodyFormat };
  /** People in a group. */
  readonly members?: number;
  /** Those of them outside the organisation. */
  readonly externalMembers?: number;
  readonly isFull?: true;
  /** The sender may not write to it. */
  readonly isRestricted?: true;
  /** A moderator lets messages through. */
  readonly isModerated?: true;
}
