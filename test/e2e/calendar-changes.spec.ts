import { type Behalf, startBehalf } from '../support/behalf.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';

interface Listed {
  readonly events: { readonly id: string; readonly subject: string; readonly start: string }[];
}

describe('series, changes and cancellations', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;
  let anna: string;
  let ben: string;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant, { env: { APPROVALS: 'off' } }));
    [anna, ben] = (await Promise.all(['anna', 'ben'].map((user) => tenant.token({ user, scope: SCOPE })))) as [
      string,
      string,
    ];
  });

  const list = (token: string, args: object) =>
    toolData<Listed>(behalf.url, token, 'calendar_list_events', { limit: 50, ...args });

  it('calendar_list_occurrences gives those of one series, asked by any of them, in pages', async () => {
    const subject = 'Standing';
    const times = { start: '2028-02-01T09:00', end: '2028-02-01T09:15', repeat: 'daily', count: 4 };
    await toolData(behalf.url, anna, 'calendar_create_event', { subject, ...times });
    const range = { from: '2028-02-01', to: '2028-02-29' };
    const [first] = (await list(anna, { ...range, query: subject })).events;
    const ask = (args: object) => toolData(behalf.url, anna, 'calendar_list_occurrences', { ...range, ...args });
    const page = await ask({ eventId: first!.id, limit: 3 });
    expect(page).toMatchObject({ subject, timeZone: 'Europe/Berlin', recurrence: { every: 'day', count: 4 } });
    const rest = await ask({ eventId: first!.id, limit: 3, cursor: page.cursor });
    const starts = [page, rest].flatMap(({ occurrences }) =>
      (occurrences as { start: string }[]).map(({ start }) => start),
    );
    expect(starts).toEqual([1, 2, 3, 4].map((date) => `2028-02-0${date}T09:00+01:00`));
    const made = await toolData<{ event: { id: string } }>(behalf.url, anna, 'calendar_create_event', {
      subject: 'Just once',
      start: '2028-02-10T09:00',
      end: '2028-02-10T09:15',
    });
    const single = await callTool(behalf.url, anna, 'calendar_list_occurrences', { ...range, eventId: made.event.id });
    expect(toolError(single)).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining('not recur'),
    });
  });

  it('calendar_update_event shows on a dry run what it then does, and refuses attendees', async () => {
    const invited = 'ben.carter@fernglas.example';
    const made = await toolData<{ event: { id: string } }>(behalf.url, anna, 'calendar_create_event', {
      subject: 'To be moved',
      start: '2028-03-06T09:00',
      end: '2028-03-06T09:30',
      attendees: [invited],
    });
    const args = {
      eventId: made.event.id,
      start: '2028-03-09',
      location: 'Room 4',
      addAttendees: ['guest@elsewhere.example'],
    };
    const expected = {
      actingAs: 'Anna Berg',
      event: { start: '2028-03-09T09:00+01:00', end: '2028-03-09T09:30+01:00', location: 'Room 4' },
      notified: [invited, 'guest@elsewhere.example'],
      external: ['guest@elsewhere.example'],
      changes: [
        { what: 'start', before: '2028-03-06T09:00+01:00', after: '2028-03-09T09:00+01:00' },
        { what: 'end' },
        { what: 'location', after: 'Room 4' },
        { what: 'attendee added', after: 'guest@elsewhere.example (required)' },
      ],
    };
    const dry = await toolData(behalf.url, anna, 'calendar_update_event', { ...args, dryRun: true });
    expect(dry).toMatchObject({ ...expected, done: false });
    const range = { from: '2028-03-06', to: '2028-03-12', query: 'To be moved' };
    expect((await list(anna, range)).events[0]).toMatchObject({ start: '2028-03-06T09:00+01:00' });
    expect(await toolData(behalf.url, anna, 'calendar_update_event', args)).toMatchObject({ ...expected, done: true });
    const [received] = (await list(ben, { ...range, timeZone: 'Europe/Berlin' })).events;
    expect(received).toMatchObject({ start: '2028-03-09T09:00+01:00' });
    const theirs = { eventId: received!.id, subject: 'Mine now' };
    expect(toolError(await callTool(behalf.url, ben, 'calendar_update_event', theirs))).toMatchObject({
      code: 'not_allowed',
      userAction: expect.stringContaining('calendar_respond'),
    });
    const own = { eventId: received!.id, showAs: 'free' };
    expect(await toolData(behalf.url, ben, 'calendar_update_event', own)).toMatchObject({ done: true, notified: [] });
  });

  it('calendar_cancel_event cancels what has attendees, deletes what has none, and only for the organizer', async () => {
    const times = { start: '2028-04-03T09:00', end: '2028-04-03T09:30', timeZone: 'UTC' };
    const create = async (more: object) => {
      const args = { subject: 'To be cancelled', ...times, ...more };
      return (await toolData<{ event: { id: string } }>(behalf.url, anna, 'calendar_create_event', args)).event.id;
    };
    const range = { from: '2028-04-03', to: '2028-04-04', query: 'To be cancelled' };
    const meeting = await create({ attendees: ['ben.carter@fernglas.example'] });
    const received = (await list(ben, range)).events[0]!.id;
    expect(toolError(await callTool(behalf.url, ben, 'calendar_cancel_event', { eventId: received }))).toMatchObject({
      code: 'not_allowed',
      userAction: expect.stringContaining('calendar_respond'),
    });
    const dry = await toolData(behalf.url, anna, 'calendar_cancel_event', { eventId: meeting, dryRun: true });
    expect(dry).toMatchObject({ done: false, action: 'cancelled', notified: ['ben.carter@fernglas.example'] });
    expect((await list(anna, range)).events).toHaveLength(1);
    const comment = 'Another time';
    await toolData(behalf.url, anna, 'calendar_cancel_event', { eventId: meeting, comment });
    expect((await list(anna, range)).events).toEqual([]);
    expect((await list(ben, range)).events).toMatchObject([{ cancelled: true }]);
    const alone = await create({ location: 'Desk' });
    const told = await callTool(behalf.url, anna, 'calendar_cancel_event', { eventId: alone, comment });
    expect(toolError(told).code).toBe('invalid_arguments');
    const deleted = await toolData(behalf.url, anna, 'calendar_cancel_event', { eventId: alone });
    expect(deleted).toMatchObject({ done: true, action: 'deleted', notified: [] });
    expect((await list(anna, range)).events).toEqual([]);
  });
});
