import { call } from './request.js';

/** Needs Calendars.ReadWrite, which the token of these cases does not have. */
export const FORBIDDEN = call('calendar_create_event', {
  subject: 'x',
  start: '2030-01-01T10:00',
  end: '2030-01-01T11:00',
  timeZone: 'UTC',
});
export const LISTING = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
/** Its `params` member, as text. */
export const PARAMS = FORBIDDEN.slice(FORBIDDEN.indexOf('"params":'), -1);
/** Its `name` member, as text. */
export const NAME = '"name":"calendar_create_event"';
