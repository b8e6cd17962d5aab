import { z } from 'zod';
import { WEEKDAYS, WEEKS_OF_MONTH } from '../../../time/event-time.js';
import { addressesInput } from '../../shared/address-input.js';
import { dryRunInput, timeInput, timeZoneInput } from '../../shared/inputs.js';
import {
  bodyInput,
  calendarIdInput,
  locationInput,
  reminderInput,
  showAsInput,
  subjectInput,
} from '../shared/inputs.js';

/** Arguments of `calendar_create_event`; apart from the tool, because what reads them is used by the tool. */
export const createEventInput = z.strictObject({
  subject: subjectInput,
  start: timeInput.describe('Local date-time (2026-11-23T09:00); a date when allDay'),
  end: timeInput.describe('Local date-time; the last date (inclusive) when allDay'),
  timeZone: timeZoneInput,
  allDay: z.boolean().describe('true: lasts whole days').default(false),
  calendarId: calendarIdInput,
  location: locationInput.optional(),
  body: bodyInput.optional(),
  attendees: addressesInput.max(100).describe('E-mail addresses; each is sent an invitation').default([]),
  optionalAttendees: addressesInput.max(100).describe('E-mail addresses; invited as optional').default([]),
  onlineMeeting: z.boolean().describe('true: add a Teams meeting').default(false),
  private: z.boolean().describe('true: others see no details').default(false),
  showAs: showAsInput.optional(),
  reminderMinutes: reminderInput.optional(),
  repeat: z.enum(['none', 'daily', 'weekly', 'monthly', 'yearly']).describe('How often it repeats').default('none'),
  interval: z.int().min(1).max(99).describe('2 with weekly: every other week').default(1),
  daysOfWeek: z
    .array(z.enum(WEEKDAYS))
    .max(7)
    .describe('For weekly, or with weekOfMonth. Default: the weekday of start')
    .optional(),
  weekOfMonth: z
    .enum(WEEKS_OF_MONTH)
    .describe('For monthly or yearly: the first, … or last of daysOfWeek, instead of a fixed date')
    .optional(),
  until: timeInput.describe('Last date of the repetition, inclusive').optional(),
  count: z.int().min(1).max(999).describe('Number of occurrences; instead of until').optional(),
  idempotencyKey: z
    .string()
    .min(1)
    .max(100)
    .describe('With another key, the same call creates another event')
    .optional(),
  dryRun: dryRunInput,
});

/** Arguments of `calendar_create_event` as read. */
export type CreateEventInput = z.output<typeof createEventInput>;
