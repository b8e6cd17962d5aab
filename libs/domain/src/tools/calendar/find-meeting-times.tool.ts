import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { MeetingSearch } from '../../ports/schedule.port.js';
import { toRange } from '../../time/range.js';
import { defineTool } from '../../tool/tool.js';
import { addressesInput } from '../shared/address-input.js';
import { skippedNote } from '../shared/skipped-note.js';
import { notesOf } from '../shared/notes.js';
import { fromInput, readOnly, timeZoneInput, toInput } from '../shared/inputs.js';
import { meetingTime, toMeetingTime, WHY_NONE } from './views/meeting-time-view.js';
import { withOptionalAttendees } from './shared/optional-attendees.js';
import { assertShort } from '../shared/short-range.js';
import { withoutRepeats } from './shared/without-repeats.js';
import { zoneForReading } from '../shared/zone-of.js';

/** So many times are looked at for those that suit optional attendees best. */
const MOST_CANDIDATES = 50;

const peopleInput = addressesInput.max(20);

const input = z.strictObject({
  attendees: peopleInput.describe('E-mail addresses').default([]),
  optionalAttendees: peopleInput
    .describe('E-mail addresses. They rule out no time; times that suit them come first')
    .default([]),
  durationMinutes: z.int().min(5).max(1440).describe('Length of the meeting').default(30),
  from: fromInput,
  to: toInput,
  timeZone: timeZoneInput,
  workingHoursOnly: z.boolean().describe("Within the signed-in person's working hours").default(true),
  minimumAttendeePercentage: z
    .int()
    .min(0)
    .max(100)
    .describe('Percentage who must be free; a hidden calendar counts almost half')
    .default(100),
  organizerOptional: z.boolean().describe('true: the signed-in person need not be free').default(false),
  limit: z.int().min(1).max(20).describe('Maximum number of times').default(5),
});

export const findMeetingTimes = defineTool({
  name: 'calendar_find_meeting_times',
  title: 'Find meeting times',
  description:
    'Finds times in a range when the signed-in person and others, by e-mail address, can meet, best first. Books nothing. If there is none, says why and what to change.',
  toolset: 'calendar',
  input,
  aliases: { maxSuggestions: 'limit' },
  output: z.object({
    timeZone: z.string(),
    suggestions: z.array(meetingTime),
    reason: z.string().describe('Why there is no suggestion').optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.Read.Shared'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute(asked, context) {
    const { timeZone, note } = await zoneForReading(asked.timeZone, context);
    const search = toSearch(asked, timeZone);
    const optional = withoutRepeats(asked.optionalAttendees, search.addresses);
    const { times, whyNone, skipped } = await context.schedule.meetingTimes(context.user, search);
    const best = await withOptionalAttendees(times, optional, { range: search.range, timeZone }, context);
    const suggestions = best.slice(0, asked.limit).map((time) => toMeetingTime(time, timeZone));
    const reason = suggestions.length > 0 ? undefined : WHY_NONE[whyNone ?? 'unknown'];
    return {
      data: { timeZone, suggestions, reason, notes: notesOf(note, skippedNote(skipped, 'suggestions')) },
      isTrusted: true,
      summary: suggestions.length > 0 ? 'The best time comes first.' : 'No time was found.',
    };
  },
});

function toSearch(asked: z.output<typeof input>, timeZone: string): MeetingSearch {
  const range = assertShort(toRange(asked.from, asked.to, timeZone));
  if (Date.parse(range.end) - Date.parse(range.start) < asked.durationMinutes * 60_000) {
    throw new DomainError('invalid_arguments', `The range is shorter than ${asked.durationMinutes} minutes.`, {
      userAction: 'Give a later "to", or fewer durationMinutes.',
    });
  }
  return {
    range,
    addresses: withoutRepeats(asked.attendees),
    minutes: asked.durationMinutes,
    workingHoursOnly: asked.workingHoursOnly,
    minimumPercentage: asked.minimumAttendeePercentage,
    organizerOptional: asked.organizerOptional,
    limit: asked.optionalAttendees.length > 0 ? MOST_CANDIDATES : asked.limit,
  };
}
