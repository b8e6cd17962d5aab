import { type DraftContent, type FlagStatus, keptIn, type MessageChanges, type NewDraft } from '@app/domain';
import type { FollowupFlagStatus, Message, Recipient } from '@microsoft/microsoft-graph-types';
import { markHeaders } from './mark-headers.js';

/**
 * What a draft is to say, as Graph takes it; what is not given is not said. Who has no address stays in a list that is
 * given, as Graph gave them: a caller has no word for them.
 */
export function fromDraft({ subject, body, to, cc, bcc }: DraftContent, draft: Lists = {}): Message {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { body: { contentType: 'text', content: body } }),
    ...(to === undefined ? {} : { toRecipients: recipients(to, draft.toRecipients) }),
    ...(cc === undefined ? {} : { ccRecipients: recipients(cc, draft.ccRecipients) }),
    ...(bcc === undefined ? {} : { bccRecipients: recipients(bcc, draft.bccRecipients) }),
  };
}

/** A new message as Graph takes it. */
export function fromNewDraft({ mark, ...content }: NewDraft): Message {
  return { ...fromDraft(content), ...markHeaders(mark) };
}

/** The marks of a message; moving is an action of its own. */
export function fromChanges({ isRead, flag, categories }: MessageChanges): Message {
  return {
    ...(isRead === undefined ? {} : { isRead }),
    ...(flag === undefined ? {} : { flag: { flagStatus: FLAGS[flag] } }),
    ...(categories === undefined ? {} : { categories: [...categories] }),
  };
}

type Lists = Pick<Message, 'toRecipients' | 'ccRecipients' | 'bccRecipients'>;

const FLAGS: Readonly<Record<FlagStatus, FollowupFlagStatus>> = {
  none: 'notFlagged',
  flagged: 'flagged',
  complete: 'complete',
};

function recipients(addresses: readonly string[], before: Lists['toRecipients']): Recipient[] {
  const known = (before ?? []).map((recipient) => ({
    recipient,
    address: recipient.emailAddress?.address ?? undefined,
  }));
  return [
    ...addresses.map((address) => ({ emailAddress: { address } })),
    ...keptIn(addresses, known).map(({ recipient }) => recipient),
  ];
}
