import { z } from 'zod';
import type { EventDetails } from '../../ports/calendar.port.js';
import { defineTool } from '../../tool/tool.js';
import { bodyText } from '../shared/body-text.js';
import { bodyPart, bodyPartOutput, bodyStartInput } from '../shared/body-part.js';
import { attendeesStartInput } from './views/attendees-view.js';
import { notesOf } from '../shared/notes.js';
import { isOfPersonAlone } from './shared/of-person.js';
import { eventDetails, toDetails } from './views/event-view.js';
import { readOnly, timeZoneInput } from '../shared/inputs.js';
import { eventIdInput } from './shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';

const UNKNOWN_ZONE = 'The event is kept in a time zone without an IANA name; the times shown are right.';
const ORGANIZER_SEES = 'What the others answered, only the organizer sees.';
const NO_BODY = 'The body needs the scope Calendars.Read, which was not granted.';

export const getEvent = defineTool({
  name: 'calendar_get_event',
  title: 'Get a calendar event',
  description: 'One event in full: attendees and their answers, recurrence, meeting link, and the body as plain text.',
  toolset: 'calendar',
  input: z.strictObject({
    eventId: eventIdInput,
    timeZone: timeZoneInput,
    includeBody: z.boolean().describe('false: leave out the body').default(true),
    bodyStart: bodyStartInput,
    attendeesStart: attendeesStartInput,
  }),
  output: z.object({
    timeZone: z.string(),
    event: eventDetails,
    ...bodyPartOutput,
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadBasic'],
  optionalScopes: ['Calendars.Read', 'MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ eventId, timeZone: named, includeBody, bodyStart, attendeesStart }, context) {
    const withBody = includeBody && context.user.may('Calendars.Read');
    const [zone, event] = await Promise.all([
      zoneForReading(named, context),
      context.calendar.getEvent(context.user, eventId, { withBody }),
    ]);
    const details = toDetails(event, zone.timeZone, attendeesStart);
    const words = await bodyText(event, context);
    const body = bodyPart(words.text, bodyStart);
    const noBody = includeBody && !withBody ? NO_BODY : undefined;
    const notes = notesOf(zone.note, noBody, words.note, ...unsaid(event));
    return {
      data: {
        timeZone: zone.timeZone,
        event: details,
        ...body,
        notes,
      },
      isTrusted: isOfPersonAlone(event),
    };
  },
});

/** What the event itself does not say. */
function unsaid({ unknownTimeZone, hasUnknownRule, isOrganizer, attendees }: EventDetails): (string | undefined)[] {
  const areHidden = attendees.every(({ response }) => ['none', 'organizer'].includes(response));
  return [
    unknownTimeZone === undefined ? undefined : UNKNOWN_ZONE,
    hasUnknownRule ? 'The rule by which it repeats could not be read.' : undefined,
    !isOrganizer && attendees.length > 0 && areHidden ? ORGANIZER_SEES : undefined,
  ];
}
