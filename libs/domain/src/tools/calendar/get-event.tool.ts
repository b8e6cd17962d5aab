import { z } from 'zod';
import { defineTool } from '../../tool.js';
import { bodyPart, bodyPartOutput, bodyStartInput } from '../body-part.js';
import { eventDetails, toDetails } from './event-view.js';
import { eventIdInput, readOnly, timeZoneInput } from './inputs.js';
import { zoneForReading } from './zone-of.js';

const NO_BODY = 'The body needs the scope Calendars.Read, which was not granted.';

export const getEvent = defineTool({
  name: 'calendar_get_event',
  title: 'Get a calendar event',
  description: 'One event whole: attendees and their answers, recurrence, meeting link, and the body as plain text.',
  toolset: 'calendar',
  input: z.strictObject({
    eventId: eventIdInput,
    timeZone: timeZoneInput,
    includeBody: z.boolean().describe('false leaves the body out').default(true),
    bodyStart: bodyStartInput,
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
  async execute({ eventId, timeZone: named, includeBody, bodyStart }, context) {
    const withBody = includeBody && context.user.may('Calendars.Read');
    const [zone, event] = await Promise.all([
      zoneForReading(named, context),
      context.calendar.getEvent(context.user, eventId, { withBody }),
    ]);
    const details = toDetails(event, zone.timeZone);
    const body = bodyPart(event.body, bodyStart);
    const notes = [zone.note, includeBody && !withBody ? NO_BODY : undefined].filter((note) => note !== undefined);
    return {
      data: {
        timeZone: zone.timeZone,
        event: details,
        ...body,
        notes: notes.length > 0 ? notes : undefined,
      },
    };
  },
});
