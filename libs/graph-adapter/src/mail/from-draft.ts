import type { DraftContent, FlagStatus, MessageChanges } from '@app/domain';
import type { FollowupFlagStatus, Message, Recipient } from '@microsoft/microsoft-graph-types';

/** What a draft is to say, as Graph takes it; what is not given is not said. */
export function fromDraft({ subject, body, to, cc, bcc }: DraftContent): Message {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { body: { contentType: 'text', content: body } }),
    ...(to === undefined ? {} : { toRecipients: to.map(recipient) }),
    ...(cc === undefined ? {} : { ccRecipients: cc.map(recipient) }),
    ...(bcc === undefined ? {} : { bccRecipients: bcc.map(recipient) }),
  };
}

/** The marks of a message; moving is an action of its own. */
export function fromChanges({ isRead, flag, categories }: MessageChanges): Message {
  return {
    ...(isRead === undefined ? {} : { isRead }),
    ...(flag === undefined ? {} : { flag: { flagStatus: FLAGS[flag] } }),
    ...(categories === undefined ? {} : { categories: [...categories] }),
  };
}

const FLAGS: Readonly<Record<FlagStatus, FollowupFlagStatus>> = {
  none: 'notFlagged',
  flagged: 'flagged',
  complete: 'complete',
};

function recipient(address: string): Recipient {
  return { emailAddress: { address } };
}
