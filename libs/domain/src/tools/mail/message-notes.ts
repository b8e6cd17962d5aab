import { quoteLine } from '../../answer/quote-line.js';
import type { LocalTimes, MeetingMessage, Protection } from '../../ports/mail-parts.js';
import type { MessageDetails } from '../../ports/mail.port.js';

const PROTECTED: Readonly<Record<Protection, string>> = {
  signed: 'The message is digitally signed; the signature was not checked here.',
  encrypted:
    'The message is encrypted or signed as a whole (S/MIME or PGP): its body cannot be read here. The person can open it in Outlook.',
  restricted:
    'The message is protected by rights management or a sensitivity label: its body cannot be read here. The person can open it in Outlook.',
};
const WITHOUT_EVENT = 'The id of its event is not known: calendar_list_events finds it.';

/** What an agent has to know of a message beyond its words: that it invites, and that it is sealed. */
export function messageNotes({ meeting, protection }: MessageDetails): string[] {
  return [...(meeting ? [meetingNote(meeting)] : []), ...(protection ? [PROTECTED[protection]] : [])];
}

function meetingNote({ kind, eventId, isSeries, proposed, isOutOfDate }: MeetingMessage): string {
  const outdated = isOutOfDate ? ' A later message about the same meeting has replaced it.' : '';
  if (kind !== 'invitation') return `This message is about a meeting (${kind}).${proposal(proposed)}${outdated}`;
  const answer = eventId === undefined ? WITHOUT_EVENT : 'calendar_respond answers it with its eventId.';
  const what = isSeries ? 'a series of meetings; the time is that of the first one' : 'a meeting';
  return `This message is an invitation to ${what}. ${answer}${outdated}`;
}

function proposal(time: LocalTimes | undefined): string {
  if (time === undefined) return '';
  return ` A new time is proposed: ${time.start} to ${time.end} (${quoteLine(time.timeZone)}).`;
}
