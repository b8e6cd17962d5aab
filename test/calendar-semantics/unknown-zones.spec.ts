import { graphError } from '../graph-adapter/fake-graph.js';
import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { StubbedGraph } from './stubbed-graph.js';

const DAY = { from: '2026-11-23', to: '2026-11-23' };
const NEW = { subject: 'Planning', start: '2026-11-23T10:00', end: '2026-11-23T11:00' };

interface Listed {
  readonly timeZone: string;
  readonly events: readonly { readonly start: string }[];
  readonly notes?: readonly string[];
}

describe('a mailbox whose time zone has no IANA name', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  const ZONES = ['Customized Time Zone', 'tzone://Microsoft/Custom', 'tzone://Microsoft/Utc', 'Narnia', '', null];
  const withZone = (timeZone: unknown, routes: object = {}) =>
    graph.will({
      'GET /me/mailboxSettings': { timeZone },
      'GET /me/calendar/calendarView': { value: [graphEvent()] },
      'GET /me/events/AAMkEvent=': graphEvent({ isOrganizer: true }),
      ...routes,
    });

  it.each(ZONES)('is read in UTC with a note: %j', async (timeZone) => {
    withZone(timeZone);
    const { notes, ...shown } = await graph.call<Listed>('calendar_list_events', DAY);
    expect(shown).toMatchObject({ timeZone: 'UTC', events: [{ start: '2026-11-23T08:00+00:00' }] });
    expect(notes?.join()).toMatch(/time zone.*UTC.*timeZone/);
  });

  it.each(ZONES)('is not written to without a zone: %j', async (timeZone) => {
    withZone(timeZone);
    const writes = [
      ['calendar_create_event', NEW],
      ['calendar_create_event', { ...NEW, dryRun: true }],
      ['calendar_update_event', { eventId: 'AAMkEvent=', start: '2026-11-24T10:00' }],
    ] as const;
    for (const [name, args] of writes) {
      const { code, message, details } = await graph.refusal(name, args);
      expect([code, message]).toEqual(['invalid_arguments', expect.stringMatching(/^timeZone is missing/)]);
      expect(details.userAction).toMatch(/give timeZone/);
    }
    expect(graph.writes).toEqual([]);
  });

  it('is written to in the zone that is given', async () => {
    withZone('Customized Time Zone', { 'POST /me/events': graphEvent({ isOrganizer: true }) });
    await graph.call('calendar_create_event', { ...NEW, timeZone: 'America/New_York' });
    expect(graph.writes[0]?.body).toMatchObject({
      start: { dateTime: '2026-11-23T10:00:00', timeZone: 'America/New_York' },
    });
  });

  it('proposes no time in a guessed zone', async () => {
    const event = graphEvent({ attendees: [{ emailAddress: { address: 'anna.berg@fernglas.example' } }] });
    withZone('tzone://Microsoft/Custom', { 'GET /me/events/AAMkEvent=': event });
    const proposal = { proposedStart: '2026-11-24T10:00', proposedEnd: '2026-11-24T11:00' };
    const args = { eventId: 'AAMkEvent=', response: 'tentative', ...proposal };
    expect((await graph.refusal('calendar_respond', args)).message).toMatch(/^timeZone is missing/);
  });
});

describe('get_my_context', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  it('names an unknown zone and leaves out working hours in one', async () => {
    const workingHours = {
      daysOfWeek: ['monday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { '@odata.type': '#microsoft.graph.customTimeZone', bias: -200, name: 'Customized Time Zone' },
    };
    graph.will({ 'GET /me/mailboxSettings': { timeZone: 'tzone://Microsoft/Custom', workingHours } });
    const { notes, workingHours: shown, ...data } = await graph.call('get_my_context', {});
    expect(data).toMatchObject({ timeZone: 'UTC', actingAs: { displayName: 'Anna Berg' } });
    expect(shown).toBeUndefined();
    expect(notes).toEqual([
      expect.stringMatching(/tzone:\/\/Microsoft\/Custom/),
      expect.stringMatching(/working hours/),
    ]);
  });

  it.each([
    ['without a mailbox licence', 404, 'MailboxNotEnabledForRESTAPI', /no mailbox/],
    ['whose mailbox is on another server', 404, 'MailboxNotSupportedForRESTAPI', /no mailbox/],
    ['who is a guest', 404, 'ErrorNonExistentMailbox', /no mailbox/],
    ['whose settings are refused', 403, 'ErrorAccessDenied', /settings of the mailbox cannot be read/],
  ])('answers for somebody %s', async (_, status, code, why) => {
    graph.will({ 'GET /me/mailboxSettings': graphError(status, code, 'No.') });
    const { notes, ...data } = await graph.call('get_my_context', {});
    expect(data).toMatchObject({
      timeZone: 'UTC',
      now: expect.stringMatching(/\+00:00$/),
      actingAs: { displayName: 'Anna Berg', mail: 'anna.berg@fernglas.example' },
      grantedScopes: expect.arrayContaining(['MailboxSettings.Read']),
      unavailableTools: expect.any(Array),
    });
    expect(notes).toEqual([expect.stringMatching(why)]);
    expect(await graph.call('calendar_list_events', DAY)).toMatchObject({ notes: [expect.stringMatching(why)] });
    expect((await graph.refusal('calendar_create_event', NEW)).details.userAction).toMatch(/give timeZone/);
  });

  it('does not take an outage for a missing mailbox', async () => {
    graph.will({ 'GET /me/mailboxSettings': graphError(500, 'ErrorInternalServerError', 'No.') });
    expect((await graph.refusal('get_my_context', {})).code).toBe('temporarily_unavailable');
  });
});
