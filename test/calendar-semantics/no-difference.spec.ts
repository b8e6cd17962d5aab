import { keptOpen } from '../support/keep-open.js';
import { EVENT, eventWith, organizedEvent } from './one-event.js';
import { StubbedGraph } from './stubbed-graph.js';

const BEN = 'ben.carter@fernglas.example';
const AS_IT_IS = organizedEvent({
  subject: 'Plan',
  location: { displayName: 'Hall' },
  start: { dateTime: '2026-11-23T08:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-23T09:00:00.0000000', timeZone: 'UTC' },
  originalStartTimeZone: 'W. Europe Standard Time',
  attendees: [{ emailAddress: { address: BEN, name: 'Ben' }, type: 'required', status: { response: 'none' } }],
});
const RULE = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
  range: { type: 'noEnd', startDate: '2026-11-23', recurrenceTimeZone: 'W. Europe Standard Time' },
};
const SAME: readonly (readonly [string, object])[] = [
  ['a subject', { subject: 'Plan' }],
  ['a place and how it shows', { location: 'Hall', showAs: 'busy', private: false }],
  ['a start', { start: '2026-11-23T09:00' }],
  ['a start and an end in another zone', { start: '2026-11-23T08:00Z', end: '2026-11-23T10:00+01:00' }],
  ['an attendee in other letters', { addAttendees: [BEN.toUpperCase()] }],
];

describe('A change to what an event is already', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });
  const update = (args: object) => graph.call('calendar_update_event', { eventId: EVENT.split('/').at(-1), ...args });

  it.each(SAME)('writes nothing and tells nobody: %s', async (_, args) => {
    graph.will(eventWith(AS_IT_IS));
    const tried = await update({ ...args, dryRun: true });
    const made = await update(args);
    expect([tried, made]).toMatchObject([
      { changes: [], notified: [], done: false },
      { changes: [], notified: [], done: true },
    ]);
    expect(graph.writes).toEqual([]);
  });

  it('is left out of what is sent beside a real change', async () => {
    graph.will(eventWith(AS_IT_IS));
    const { changes } = await update({ subject: 'Plan', location: 'Attic', start: '2026-11-23T09:00' });
    expect(changes).toEqual([{ what: 'location', before: 'Hall', after: 'Attic' }]);
    expect(graph.writes.map(({ body }) => body)).toEqual([{ location: { displayName: 'Attic' } }]);
  });

  it('writes nothing to a series whose time, rule and zone stay, and all of them where the zone is another', async () => {
    graph.will(eventWith({ ...AS_IT_IS, type: 'seriesMaster', recurrence: RULE }));
    const same = { scope: 'series', start: '2026-11-23T09:00' };
    expect(await update(same)).toMatchObject({ changes: [], notified: [] });
    expect(graph.writes).toEqual([]);
    await update({ ...same, timeZone: 'Europe/Paris' });
    expect(graph.writes).toMatchObject([{ body: { recurrence: { range: { recurrenceTimeZone: 'Europe/Paris' } } } }]);
  });

  it('says when an offset decided against the zone that was named', async () => {
    graph.will(eventWith(AS_IT_IS));
    const { notes } = await update({ start: '2026-11-23T09:00-05:00', timeZone: 'Europe/Berlin', dryRun: true });
    expect(notes).toEqual([expect.stringContaining('-05:00, which decided')]);
  });
});
