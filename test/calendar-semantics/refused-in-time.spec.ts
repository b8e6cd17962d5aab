import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { Calendars, MAIL, type Written } from './calendar.js';
import { StubbedGraph } from './stubbed-graph.js';

const TIMES = { start: '2027-05-03T09:00', end: '2027-05-03T09:30', timeZone: 'Europe/Berlin' };
const DAY = { from: '2027-05-03', to: '2027-05-03' };

describe('What would be refused', () => {
  const keep = keptOpen();
  let calendars: Calendars;
  let graph: StubbedGraph;
  beforeAll(async () => {
    [calendars, graph] = [await keep(Calendars.open()), await keep(StubbedGraph.open())];
  });

  /** The errors of a dry run and of the real thing, which must be the same. */
  async function refusals(name: string, args: object, who: 'anna' | 'ben' = 'anna') {
    const tried = await calendars.refusal(name, { ...args, dryRun: true }, who);
    expect(await calendars.refusal(name, args, who)).toEqual(tried);
    return tried;
  }

  async function invitation(more: object = {}) {
    const subject = calendars.subject();
    const { id } = await calendars.create({ subject, ...TIMES, attendees: [MAIL.ben], ...more });
    const received = async () => (await calendars.list(subject, DAY, 'ben'))[0]!;
    return { id, eventId: (await received()).id, received };
  }

  it('is an event in a calendar that is not there', async () => {
    const args = { subject: 'Plan', ...TIMES, calendarId: 'AAMkNowhere=' };
    expect(await refusals('create_event', args)).toMatchObject({ code: 'not_found' });
  });

  it('is an event in a calendar that can be read only', async () => {
    const calendar = { id: 'AAMkShared=', name: 'Team', canEdit: false };
    graph.will({
      'GET /me/calendars': { value: [calendar, { ...calendar, id: 'AAMkOwn=', canEdit: true }] },
      'POST /me/calendars/AAMkOwn=/events': graphEvent({ isOrganizer: true }),
    });
    const args = { subject: 'Plan', ...TIMES };
    for (const dryRun of [true, false]) {
      const refused = await graph.refusal('calendar_create_event', { ...args, calendarId: 'AAMkShared=', dryRun });
      expect([refused.code, graph.writes]).toEqual(['not_allowed', []]);
    }
    expect(await graph.call('calendar_create_event', { ...args, calendarId: 'AAMkOwn=' })).toMatchObject({
      done: true,
    });
  });

  it.each(['accept', 'tentative', 'decline'])('is %s for a meeting that was cancelled', async (response) => {
    const { id, eventId } = await invitation();
    await calendars.call('cancel_event', { eventId: id });
    const { message } = await refusals('respond', { eventId, response }, 'ben');
    expect(message).toContain('was cancelled');
  });

  it('is an answer to a series that was cancelled, also for the occurrence that was answered alone', async () => {
    const { id, eventId, received } = await invitation({ repeat: 'daily', count: 3 });
    await calendars.call('respond', { eventId, response: 'accept', scope: 'occurrence' }, 'ben');
    await calendars.call('cancel_event', { eventId: id, scope: 'series' });
    expect(await received()).toMatchObject({ cancelled: true });
    for (const scope of ['occurrence', 'series'])
      expect(await refusals('respond', { eventId, response: 'accept', scope }, 'ben')).toMatchObject({
        code: 'not_allowed',
      });
  });

  it.each([
    ['list_events', {}],
    ['list_occurrences', { eventId: 'AAMkAny=' }],
    ['list_shared_events', { calendarOf: MAIL.ben }],
  ])('is a range of %s that Graph looks through at once no more', async (name, args) => {
    const { code, message } = await calendars.refusal(name, { ...args, from: '2027-01-01', to: '2031-12-31' });
    expect([code, message]).toEqual(['invalid_arguments', expect.stringContaining('1820 days')]);
  });

  it('is not the longest range that Graph still takes', async () => {
    const range = { from: '2027-01-01', to: '2031-12-25' };
    expect(await calendars.list('Nothing is called so', range)).toEqual([]);
  });

  it('is a comment that nobody would read', async () => {
    const { eventId } = await invitation();
    const args = { eventId, response: 'accept', comment: 'Sure', notifyOrganizer: false };
    expect(await refusals('respond', args, 'ben')).toMatchObject({ code: 'invalid_arguments' });
  });

  it('is a proposed time that the clocks skip', async () => {
    const { eventId } = await invitation();
    const args = { eventId, response: 'tentative', timeZone: 'Europe/Berlin' };
    const skipped = { proposedStart: '2027-03-28T02:30', proposedEnd: '2027-03-28T03:30' };
    expect(await refusals('respond', { ...args, ...skipped }, 'ben')).toMatchObject({ code: 'invalid_arguments' });
    const other = { proposedStart: '2027-05-04T09:00-05:00', proposedEnd: '2027-05-04T17:00' };
    const { notes } = await calendars.call<{ notes?: string[] }>('respond', { ...args, ...other, dryRun: true }, 'ben');
    expect(notes).toEqual([expect.stringContaining('which decided')]);
  });
});

describe('The same event asked for twice', () => {
  const keep = keptOpen();
  let calendars: Calendars;
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  it.each([{}, { repeat: 'weekly', count: 3 }])('is no conflict of itself: %j', async (more) => {
    const args = { subject: calendars.subject(), start: '2027-06-07T06:00', end: '2027-06-07T06:30', ...more };
    const [first, second] = [
      await calendars.call<Written>('create_event', args),
      await calendars.call<Written & { notes?: string[] }>('create_event', args),
    ];
    expect([second.event.id, second.conflicts, second.notes]).toEqual([first.event.id, first.conflicts, undefined]);
  });

  it('is shown as it is now, and that is said', async () => {
    const args = { subject: calendars.subject(), ...TIMES };
    const { id } = await calendars.create(args);
    await calendars.update(id, { start: '2027-05-04T11:00' });
    const again = await calendars.call<Written & { notes?: string[] }>('create_event', args);
    expect(again.event).toMatchObject({ id, start: '2027-05-04T11:00+02:00' });
    expect(again.notes).toEqual([expect.stringContaining('was changed since')]);
  });
});
