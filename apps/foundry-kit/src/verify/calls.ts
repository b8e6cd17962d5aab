const DAY_MS = 86_400_000;

/** Reads that change nothing and mark nothing as read: what the tools ask Graph for, in its plainest form. */
export function harmlessCalls(now: Date): readonly string[] {
  const [from, to] = [now, new Date(now.getTime() + 14 * DAY_MS)].map((date) => date.toISOString().slice(0, 19));
  return [
    '/me',
    '/me/mailboxSettings',
    '/me/outlook/supportedTimeZones',
    '/me/calendars',
    `/me/calendarView?startDateTime=${from}Z&endDateTime=${to}Z&$top=5`,
    '/me/mailFolders',
    '/me/messages?$top=5',
    '/me/drive',
    '/me/drive/root',
    '/me/drive/root/children?$top=5',
    '/me/people?$top=5',
  ];
}

/** The name under which a call is reported and its shape is kept: its path. */
export function nameOf(call: string): string {
  return call.split('?')[0] ?? call;
}
