import { z } from 'zod';

/** Arguments that several calendar tools take, worded once. */
export const timeZoneInput = z
  .string()
  .max(60)
  .describe('IANA zone such as Europe/Berlin. Default: the mailbox zone')
  .optional();

/** An id as Graph gives it: URL-safe base64 characters only, so that it can never be read as a path or a query. */
export const graphId = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[A-Za-z0-9_=+/-]+$/, 'must be an id as another tool gave it');

export const eventIdInput = graphId.describe('Id from calendar_list_events');

export const calendarIdInput = graphId
  .describe('Id from calendar_list_calendars. Default: the default calendar')
  .optional();

export const dryRunInput = z.boolean().describe('true: change nothing, only say what would happen').default(false);

export const readOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;
