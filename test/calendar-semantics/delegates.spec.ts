import type { Event } from '@microsoft/microsoft-graph-types';
import { graphError } from '../graph-adapter/fake-graph.js';
import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { StubbedGraph } from './stubbed-graph.js';

const NOOR = { name: 'Noor Haddad', address: 'noor.haddad@fernglas.example' };
const BEN = { name: 'Ben Carter', address: 'ben.carter@fernglas.example' };
const PARTNER = { name: 'Pia', address: 'pia@partner.example' };
const SHARED = 'AAMkShared=';

const CALENDARS = {
  value: [
    {
      id: 'AAMkOwn=',
      name: 'Calendar',
      isDefaultCalendar: true,
      canEdit: true,
      owner: { name: 'Anna Berg', address: 'anna.berg@fernglas.example' },
    },
    { id: SHARED, name: 'Noor Haddad', isDefaultCalendar: false, canEdit: true, owner: NOOR },
    { id: 'AAMkRead=', name: 'Ben Carter', isDefaultCalendar: false, canEdit: false, owner: BEN },
  ],
};

/** A meeting of Noor, as Graph gives it to her delegate: its calendar's owner is the organizer (event resource, `isOrganizer`). */
const meeting = (more: Event = {}) =>
  graphEvent({
    id: 'AAMkNoors=',
    subject: 'Budget',
    organizer: { emailAddress: NOOR },
    isOrganizer: true,
    attendees: [BEN, PARTNER].map((emailAddress) => ({
      type: 'required',
      emailAddress,
      status: { response: 'accepted' },
    })),
    responseStatus: { response: 'organizer' },
    ...more,
  });

/** Noor lets Anna edit her calendar, which stands among Anna's. */
describe('A delegate', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });
  const will = (event: Event, routes: object = {}) =>
    graph.will({
      'GET /me/calendars': CALENDARS,
      [`GET /me/calendars/${SHARED}/calendarView`]: { value: [event] },
      'GET /me/events/AAMkNoors=': event,
      'PATCH /me/events/AAMkNoors=': event,
      [`POST /me/calendars/${SHARED}/events`]: event,
      ...routes,
    });

  it('sees whose calendars can be edited', async () => {
    will(meeting());
    const { calendars } = await graph.call<{ calendars: object[] }>('calendar_list_calendars', {});
    expect(calendars).toMatchObject([
      { canEdit: true },
      { id: SHARED, canEdit: true, owner: NOOR.name },
      { canEdit: false, owner: BEN.name },
    ]);
  });

  it('lists the events of one with ids that other tools take', async () => {
    will(meeting());
    const args = { calendarId: SHARED, from: '2026-11-23', to: '2026-11-23' };
    const { events } = await graph.call<{ events: object[] }>('calendar_list_events', args);
    expect(events).toMatchObject([{ id: 'AAMkNoors=', subject: 'Budget' }]);
  });

  it('adds events there, and not to one that is only read', async () => {
    will(meeting());
    const event = { subject: 'Budget', start: '2026-11-23T09:00', end: '2026-11-23T10:00' };
    await graph.call('calendar_create_event', { ...event, calendarId: SHARED });
    expect(graph.writes.map(({ url }) => decodeURIComponent(url.pathname))).toEqual([
      `/v1.0/me/calendars/${SHARED}/events`,
    ]);
    will(meeting());
    const { code, message } = await graph.refusal('calendar_create_event', { ...event, calendarId: 'AAMkRead=' });
    expect([code, message]).toEqual(['not_allowed', expect.stringContaining('cannot add events')]);
    expect(graph.writes).toEqual([]);
  });

  it('moves a meeting of the owner, whose attendees are told', async () => {
    will(meeting());
    const change = { eventId: 'AAMkNoors=', start: '2026-11-23T11:00' };
    const said = {
      notified: [BEN, PARTNER].map(({ address }) => expect.stringContaining(address)),
      external: [expect.stringContaining(PARTNER.address)],
    };
    expect(await graph.call('calendar_update_event', { ...change, dryRun: true })).toMatchObject(said);
    expect(graph.writes).toEqual([]);
    expect(await graph.call('calendar_update_event', change)).toMatchObject({ ...said, actingAs: expect.any(String) });
    expect(graph.writes.map(({ method }) => method)).toEqual(['PATCH']);
  });

  it('cancels one, and answers what the owner is invited to', async () => {
    will(meeting(), { 'POST /me/events/AAMkNoors=/cancel': {} });
    expect(await graph.call('calendar_cancel_event', { eventId: 'AAMkNoors=' })).toMatchObject({ action: 'cancelled' });
    const invited = meeting({
      isOrganizer: false,
      organizer: { emailAddress: BEN },
      attendees: [{ type: 'required', emailAddress: NOOR, status: { response: 'notResponded' } }],
      responseStatus: { response: 'notResponded' },
    });
    will(invited, { 'POST /me/events/AAMkNoors=/accept': {} });
    const args = { eventId: 'AAMkNoors=', response: 'accept' };
    expect(await graph.call('calendar_respond', args)).toMatchObject({
      notified: [expect.stringContaining(BEN.address)],
    });
    expect((await graph.refusal('calendar_cancel_event', { eventId: 'AAMkNoors=' })).message).toContain(
      'Only the organizer',
    );
  });

  it('is told where the owner lets nobody change an event', async () => {
    will(meeting(), {
      'PATCH /me/events/AAMkNoors=': graphError(
        403,
        'ErrorAccessDenied',
        'Access is denied. Check credentials and try again.',
      ),
    });
    const { code, message } = await graph.refusal('calendar_update_event', { eventId: 'AAMkNoors=', subject: 'Other' });
    expect([code, message]).toEqual(['access_denied', expect.stringContaining('does not let')]);
  });
});
