import { z } from 'zod';
import { scopeInput } from './event-scope.js';
import { addressesInput } from '../address-input.js';
import {
  bodyInput,
  dryRunInput,
  eventIdInput,
  locationInput,
  reminderInput,
  showAsInput,
  subjectInput,
  timeZoneInput,
} from './inputs.js';

/** Arguments of `calendar_update_event`; apart from the tool, because what reads them is used by the tool. */
export const updateEventInput = z.strictObject({
  eventId: eventIdInput,
  scope: scopeInput,
  subject: subjectInput.optional(),
  start: z
    .string()
    .max(40)
    .describe('Local date-time; a date alone keeps the time of day. With scope series the others move along')
    .optional(),
  end: z.string().max(40).describe('As in calendar_create_event. Default: the duration stays').optional(),
  timeZone: timeZoneInput,
  allDay: z.boolean().describe('With start and end').optional(),
  location: locationInput.describe('Empty removes it').optional(),
  body: bodyInput.describe('Plain text in place of the present; the Teams link stays').optional(),
  addAttendees: addressesInput.max(100).default([]),
  addOptionalAttendees: addressesInput.max(100).default([]),
  removeAttendees: addressesInput.max(100).default([]),
  showAs: showAsInput.optional(),
  private: z.boolean().optional(),
  reminderMinutes: reminderInput.optional(),
  dryRun: dryRunInput,
});

/** Arguments of `calendar_update_event` as read. */
export type UpdateEventInput = z.output<typeof updateEventInput>;
