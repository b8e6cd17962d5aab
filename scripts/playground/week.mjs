// The week of a person as it is in Graph, for the picture of the calendar.
import { findIana } from 'windows-iana';

const WEEK_MS = 7 * 86_400_000;
const FIELDS = 'id,subject,start,end,isAllDay,location,sensitivity';

export async function weekOf(tenant, user, from, signal) {
  const { timeZone: named } = await tenant.graph(user, '/me/mailboxSettings', { signal });
  const timeZone = findIana(named)[0] ?? named;
  const start = new Date(Date.parse(from) - 86_400_000);
  const window = new URLSearchParams({
    startDateTime: start.toISOString(),
    endDateTime: new Date(start.getTime() + WEEK_MS + 2 * 86_400_000).toISOString(),
    $select: FIELDS,
    $top: '200',
  });
  const headers = { prefer: `outlook.timezone="${timeZone}", IdType="ImmutableId"` };
  const { value } = await tenant.graph(user, `/me/calendarView?${window}`, { headers, signal });
  return { timeZone, events: value.map(toEvent) };
}

function toEvent({ id, subject, start, end, isAllDay, location }) {
  const time = ({ dateTime }) => dateTime.slice(0, isAllDay ? 10 : 19);
  return { id, subject, start: time(start), end: time(end), allDay: isAllDay, location: location?.displayName };
}
