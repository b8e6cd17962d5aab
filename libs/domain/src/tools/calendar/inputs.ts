import { z } from 'zod';
import { timeInput } from '../inputs.js';

/** Arguments that several calendar tools take, worded once. */
export const timeZoneInput = z
  .string()
  .min(1)
  .max(60)
  .describe('IANA zone such as Europe/Berlin. Default: the mailbox zone')
  .optional();

/** An id as Graph gives it: URL-safe base64 characters only, so that it can never be read as a path or a query. */
export const graphId = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[A-Za-z0-9_=+/-]+$/, 'must be an id as another tool gave it');

/** Where a page of events ended, as its cursor keeps it. */
export const eventPosition = z.strictObject({ start: z.iso.datetime(), id: graphId });

export const eventIdInput = graphId.describe('Id from calendar_list_events');

export const calendarIdInput = graphId
  .describe('Id from calendar_list_calendars. Default: the default calendar')
  .optional();

export const fromInput = timeInput.describe(
  'Local date-time (2026-11-23T09:00) or date (2026-11-23: from its midnight)',
);

export const toInput = timeInput.describe('Local date-time, or date (the whole day is included)');

export const limitInput = z.int().min(1).max(50).describe('Events a page').default(25);

export const subjectInput = z.string().min(1).max(255).describe('Title');

export const locationInput = z.string().max(255).describe('Where it is');

/** What the people who are told of a change read with it; an empty one says nothing. */
export const commentInput = z.string().min(1).max(2_000);

export const bodyInput = z.string().max(20_000).describe('Plain text');

export const showAsInput = z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).describe('What others see');

export const reminderInput = z.int().min(0).max(40_320).describe('Before the start');

export const dryRunInput = z.boolean().describe('true: change nothing, only say what would happen').default(false);

export const readOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;
