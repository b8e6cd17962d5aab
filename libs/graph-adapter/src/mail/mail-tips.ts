import { isAddress, type MailTip } from '@app/domain';
import type { MailTips } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { readable } from '../http/readable.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';
import { RECIPIENT } from '../shared/shapes.js';

/** What is asked for; custom tips and suggestions are words that nobody needs here. */
const OPTIONS =
  'automaticReplies, mailboxFullStatus, externalMemberCount, totalMemberCount, deliveryRestriction, moderationStatus';

const TIP_SHAPE = {
  ...RECIPIENT,
  automaticReplies: { message: 'text' },
  mailboxFull: 'flag',
  externalMemberCount: 'number',
  totalMemberCount: 'number',
  deliveryRestricted: 'flag',
  isModerated: 'flag',
} as const satisfies Shape;

/** https://learn.microsoft.com/graph/api/user-getmailtips */
export async function mailTips(session: GraphSession, addresses: readonly string[]): Promise<readonly MailTip[]> {
  const body = { EmailAddresses: addresses, MailTipsOptions: OPTIONS };
  const { value } = await session.ask<{ value?: unknown }>(graphPath(['me', 'getMailTips']), body);
  if (!Array.isArray(value)) throw unreadable('no mail tips');
  const { items } = readable(value as readonly MailTips[], toMailTip);
  return items.filter(({ address: _, ...told }) => Object.values(told).some((one) => one !== undefined));
}

const toMailTip = documented('a mail tip', TIP_SHAPE, (tip: MailTips): MailTip => {
  const address = tip.emailAddress?.address ?? '';
  if (!isAddress(address)) throw unreadable('a mail tip of nobody');
  const message = tip.automaticReplies?.message ?? '';
  const members = counted(tip.totalMemberCount);
  return {
    address,
    awayMessage: message.trim() === '' ? undefined : { body: message, bodyFormat: 'html' },
    members,
    externalMembers: members === undefined ? undefined : (tip.externalMemberCount ?? undefined),
    isFull: tip.mailboxFull || undefined,
    isRestricted: tip.deliveryRestricted || undefined,
    isModerated: tip.isModerated || undefined,
  };
});

/** Of one person, Exchange counts one member. */
function counted(count: number | null | undefined): number | undefined {
  return count != null && count > 1 ? count : undefined;
}
