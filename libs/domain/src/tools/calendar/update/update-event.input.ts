import { z } from 'zod';
import { scopeInput } from '../shared/event-scope.js';
import { readAddress } from '../../../text/address.js';
import { addressesInput } from '../../shared/address-input.js';
import { dryRunInput, timeInput, timeZoneInput } from '../../shared/inputs.js';
import { bodyInput, eventIdInput, locationInput, reminderInput, showAsInput, subjectInput } from '../shared/inputs.js';

/** The address of somebody, also written as `Name <address>`, or the name of somebody without an address. */
const participantInput = z
  .string()
  .min(1)
  .max(1_024)
  .overwrite((text) => readAddress(text) ?? text.trim());

/** Arguments of `calendar_update_event`; apart from the tool, because what reads them is used by the tool. */
export const updateEventInput = z.strictObject({
  eventId: eventIdInput,
  scope: scopeInput,
  subject: subjectInput.optional(),
  start: timeInput
    .describe('Local date-time; a date alone keeps the time of day. With scope series, all other occurrences move too')
    .optional(),
  end: timeInput.describe('As in calendar_create_event. Default: the duration stays the same').optional(),
  timeZone: timeZoneInput,
  allDay: z.boolean().describe('Requires start and end').optional(),
  location: locationInput.describe('An empty text removes it').optional(),
  body: bodyInput.describe('Plain text that replaces the current body; the Teams link stays').optional(),
  addAttendees: addressesInput.max(100).describe('E-mail addresses').default([]),
  addOptionalAttendees: addressesInput.max(100).describe('E-mail addresses').default([]),
  removeAttendees: z
    .array(participantInput)
    .max(100)
    .describe('Addresses, or names of attendees without an address')
    .default([]),
  showAs: showAsInput.optional(),
  private: z.boolean().describe('true: others see no details').optional(),
  reminderMinutes: reminderInput.optional(),
  dryRun: dryRunInput,
});

/** Arguments of `calendar_update_event` as read. */
export type UpdateEventInput = z.output<typeof updateEventInput>;
