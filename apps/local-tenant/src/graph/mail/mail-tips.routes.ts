import { lowerCased, readList, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, type GraphRoute, ok } from '../http/route.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import { type DateTimeTimeZone, instantOf, parseZoned } from '../time/zoned-time.js';

const OPTIONS = [
  ...['automaticReplies', 'mailboxFullStatus', 'customMailTip', 'externalMemberCount', 'totalMemberCount'],
  ...['maxMessageSize', 'deliveryRestriction', 'moderationStatus', 'recipientScope', 'recipientSuggestions'],
];
/** As Exchange limits it. */
const MOST = 100;

/** `POST /me/getMailTips`: what is known of recipients; https://learn.microsoft.com/graph/api/user-getmailtips */
export function mailTipRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const handle = (request: GraphRequest) => mailTips(mailboxes, request);
  return [{ method: 'POST', path: '/me/getMailTips', operation: 'mailTips.get', handle }];
}

function mailTips(mailboxes: Mailboxes, { caller, body, url }: GraphRequest): GraphReply {
  const { emailaddresses, mailtipsoptions } = lowerCased(body ?? {});
  const addresses = readList(emailaddresses ?? [], 'Edm.String').map(readText);
  if (addresses.length === 0) throw badRequest('ErrorInvalidParameter', 'The EmailAddresses parameter is required.');
  if (addresses.length > MOST) throw badRequest('ErrorInvalidRequest', 'There are too many recipients.');
  const asked = readOptions(readText(mailtipsoptions ?? null));
  const value = addresses.map((address) => {
    const mailbox = mailboxes.byAddress(caller.user.tenantId, address);
    return { emailAddress: { name: '', address }, ...tipsOf(mailbox, asked, mailboxes.now()) };
  });
  return ok({ '@odata.context': contextUrl(url.origin, 'Collection(microsoft.graph.mailTips)'), value });
}

function readOptions(options: string): ReadonlySet<string> {
  const names = options.split(',').map((name) => name.trim().toLowerCase());
  const known = OPTIONS.filter((option) => names.includes(option.toLowerCase()));
  if (known.length !== new Set(names).size) throw badRequest('ErrorInvalidParameter', 'MailTipsOptions is not valid.');
  return new Set(known);
}

function tipsOf(mailbox: Mailbox | undefined, asked: ReadonlySet<string>, now: Date): object {
  const message = mailbox ? awayMessage(mailbox, now) : '';
  return {
    ...(asked.has('automaticReplies') && { automaticReplies: { message } }),
    ...(asked.has('mailboxFullStatus') && { mailboxFull: false }),
    ...(asked.has('externalMemberCount') && { externalMemberCount: mailbox ? 0 : 1 }),
    ...(asked.has('totalMemberCount') && { totalMemberCount: 1 }),
    ...(asked.has('deliveryRestriction') && { deliveryRestricted: false }),
    ...(asked.has('moderationStatus') && { isModerated: false }),
    ...(asked.has('recipientScope') && { recipientScope: mailbox ? 'internal' : 'external' }),
  };
}

function awayMessage({ settings: { automaticRepliesSetting: reply } }: Mailbox, now: Date): string {
  const { status, internalReplyMessage, scheduledStartDateTime: start, scheduledEndDateTime: end } = reply;
  const isScheduled = status === 'scheduled' && at(start) <= now.getTime() && now.getTime() < at(end);
  return status === 'alwaysEnabled' || isScheduled ? internalReplyMessage : '';
}

function at({ dateTime, timeZone }: DateTimeTimeZone): number {
  return instantOf(parseZoned(dateTime, timeZone));
}
