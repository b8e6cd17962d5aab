import { DomainError } from '../../../errors/domain-error.js';
import type { ToolContext } from '../../../tool/tool.js';

/**
 * Refuses a calendar that is not there or is only for reading, before anything is written, so that a dry run says the
 * same. One that could not be read may be the one that is meant.
 * @throws DomainError `not_found`, `not_allowed`
 */
export async function assertWritable(calendarId: string | undefined, { calendar, user }: ToolContext): Promise<void> {
  if (calendarId === undefined) return;
  const calendars = await calendar.listCalendars(user);
  const found = calendars.find(({ id }) => id === calendarId);
  const userAction = 'Take the id of a calendar that can be edited from calendar_list_calendars.';
  if (found?.canEdit === false) {
    throw new DomainError('not_allowed', 'The signed-in person can read this calendar and cannot add events to it.', {
      userAction,
    });
  }
  if (found || calendars.skipped !== undefined) return;
  throw new DomainError('not_found', 'The signed-in person has no calendar with this id.', { userAction });
}
