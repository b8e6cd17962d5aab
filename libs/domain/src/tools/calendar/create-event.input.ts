import { z } from 'zod';
import { WEEKDAYS, WEEKS_OF_MONTH } from '../../ports/event-time.js';
import { addressesInput } from '../shared/address-input.js';
import { dryRunInput, timeInput, timeZoneInput } from '../shared/inputs.js';
import { bodyInput, calendarIdInput, locationInput, reminderInput, showAsInput, subjectInput } from './inputs.js';

/** Arguments of `calendar_create_event`; apart from the tool, because what reads them is used by the tool. */
export const createEventInput = z.strictObject({
  subject: subjectInput,
  start: timeInput.describe('Local date-time (2026-11-23T09:00); a date when allDay'),
  end: timeInput.describe('Local date-time; when allDay the last date, inclusive'),
  timeZone: timeZoneInput,
  allDay: z.boolean().describe('true: whole days').default(false),
  calendarId: calendarIdInput,
  location: locationInput.optional(),
  body: bodyInput.optional(),
  attendees: addressesInput.max(100).describe('E-mail addresses; each is sent an invitation').default([]),
  optionalAttendees: addressesInput.max(100).describe('Invited too').default([]),
  onlineMeeting: z.boolean().describe('true adds a Teams meeting').default(false),
  private: z.boolean().describe('true: others see no details').default(false),
  showAs: showAsInput.optional(),
  reminderMinutes: reminderInput.optional(),
  repeat: z.enum(['none', 'daily', 'weekly', 'monthly', 'yearly']).describe('How often').default('none'),
  interval: z.int().min(1).max(99).describe('2 with weekly: every other week').default(1),
  daysOfWeek: z
    .array(z.enum(WEEKDAYS))
    .max(7)
    .describe("With weekly, or with weekOfMonth. Default: the start's day")
    .optional(),
  weekOfMonth: z
    .enum(WEEKS_OF_MONTH)
    .describe('With monthly or yearly: the first, … or last of daysOfWeek instead of the date')
    .optional(),
  until: timeInput.describe('Last date of the repetition, inclusive').optional(),
  count: z.int().min(1).max(999).describe('Number of occurrences, instead of until').optional(),
  idempotencyKey: z
    .string()
    .min(1)
    .max(100)
    .describe('The same call twice makes one event; another key makes another')
    .optional(),
  dryRun: dryRunInput,
});

/** Arguments of `calendar_create_event` as read. */
export type CreateEventInput = z.output<typeof createEventInput>;
