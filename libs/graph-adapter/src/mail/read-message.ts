import { type BodyPart, DomainError, type ErrorCode, type MailAttachment, type MessageDetails } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage, GraphSession } from '../http/graph-session.js';
import { documented } from '../http/documented.js';
import { readable } from '../http/readable.js';
import { ATTACHMENT_FIELDS, MESSAGE_DETAIL_FIELDS } from './message-fields.js';
import { PREFER_MAIL, PREFER_TEXT } from './prefer.js';
import { MESSAGE_SHAPE } from './message-shape.js';
import { type GraphAttachment, toAttachment } from './to-attachment.js';
import { type GraphMeetingMessage, toMeeting } from './to-meeting.js';
import { type GraphMessageItem, toMessageDetails } from './to-message.js';

const BODIES = { own: 'uniqueBody', whole: 'body' } as const;
/** Exchange attaches at most 250 things to a message. */
const MOST_PAGES = 5;

/** One message; with a body, also what is attached and, of an invitation, to what. */
export async function readMessage(session: GraphSession, messageId: string, part: BodyPart): Promise<MessageDetails> {
  const place = ['me', 'messages', messageId];
  const fields = part === 'none' ? MESSAGE_DETAIL_FIELDS : [...MESSAGE_DETAIL_FIELDS, BODIES[part]];
  const prefer = part === 'none' ? PREFER_MAIL : PREFER_TEXT;
  const message = await session.get<GraphMessageItem>(graphPath(place, { $select: fields.join(',') }), prefer);
  const envelope = toMessageDetails(message);
  if (part === 'none') return envelope;
  const { attachments, ...more } = await listAttachments(session, place);
  const body = message[BODIES[part]] ?? { contentType: 'text', content: '' };
  const details = { ...toMessageDetails(message, body, attachments), ...more };
  return details.meeting ? { ...details, meeting: await meetingOf(session, place, message) } : details;
}

/** Asked for always: `hasAttachments` is false where all are marked as inline, as PDFs often are. */
async function listAttachments(
  session: GraphSession,
  place: readonly string[],
): Promise<Pick<MessageDetails, 'attachments' | 'pictures' | 'hasMoreAttachments'>> {
  const query = { $select: ATTACHMENT_FIELDS.join(','), $top: '50' };
  const [attachments, pictures]: [MailAttachment[], string[]] = [[], []];
  let link: string | undefined = graphPath([...place, 'attachments'], query);
  let hasOdd = false;
  for (let pages = 0; link !== undefined && pages < MOST_PAGES; pages++) {
    const page: GraphPage<GraphAttachment> = await session.getPage<GraphAttachment>(link, PREFER_MAIL);
    const { items, skipped } = readable(page.items, toAttachment);
    hasOdd ||= skipped > 0;
    pictures.push(...items.filter(({ inText }) => inText).map(({ attachment }) => attachment.name));
    attachments.push(...items.filter(({ inText }) => !inText).map(({ attachment }) => attachment));
    link = page.nextLink;
  }
  return {
    attachments,
    ...(pictures.length > 0 ? { pictures } : {}),
    ...(link !== undefined || hasOdd ? { hasMoreAttachments: true } : {}),
  };
}

/** Without these nothing else can be read either. */
const ENDING: ReadonlySet<string> = new Set<ErrorCode>([
  ...(['invalid_token', 'interaction_required', 'consent_required', 'admin_consent_required'] as const),
  ...(['access_blocked', 'throttled', 'timeout', 'cancelled'] as const),
]);

const toKnownMeeting = documented('a message about a meeting', MESSAGE_SHAPE, toMeeting);

/**
 * What a message about a meeting has beyond others cannot be selected. The event may be gone, be no longer to be seen or
 * be damaged, which hides nothing of the message.
 */
async function meetingOf(session: GraphSession, place: readonly string[], message: GraphMessageItem) {
  const path = graphPath(place, { $expand: 'microsoft.graph.eventMessage/event' });
  try {
    const whole = await session.get<GraphMeetingMessage>(path, PREFER_TEXT);
    return toKnownMeeting({ ...message, ...whole });
  } catch (error) {
    if (!(error instanceof DomainError) || ENDING.has(error.code)) throw error;
    return toMeeting(message as GraphMeetingMessage);
  }
}
