const OWNERS = ['/me', '/users/{user-id}'];
const CALENDARS = ['/calendar', '/calendars/{calendar-id}'];

/** Paths below a mailbox, with and without the calendar named: `/me/events`, `/me/calendars/{calendar-id}/events`. */
export function inCalendars(rest: string): string[] {
  return OWNERS.flatMap((owner) => ['', ...CALENDARS].map((calendar) => `${owner}${calendar}${rest}`));
}

/** Paths of one calendar itself and what is below. */
export function ofCalendar(rest: string): string[] {
  return OWNERS.flatMap((owner) => CALENDARS.map((calendar) => `${owner}${calendar}${rest}`));
}

/** Paths directly below a mailbox. */
export function ofMailbox(rest: string): string[] {
  return OWNERS.map((owner) => `${owner}${rest}`);
}
