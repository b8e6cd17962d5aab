import { aNewEvent, type HarnessOf, pagesOf } from './calendar.harness.js';

export function pagingContract(harness: HarnessOf): void {
  it('gives 500 occurrences in pages without losing or repeating one', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2030-01-01', count: 500 } as const;
    await calendar.createEvent(as('anna'), aNewEvent('2030-01-01T09:00:00', { subject: 'of 500', recurrence }));
    const range = { start: '2030-01-01T00:00:00Z', end: '2032-01-01T00:00:00Z' };
    const pages = await pagesOf(harness(), as('anna'), { range, limit: 50 });
    const events = pages.flatMap((page) => page.events);
    const ours = events.filter(({ subject }) => subject === 'of 500');
    expect(pages.every((page) => page.events.length <= 50)).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(ours.map(({ time }) => time.start)).toEqual(
      Array.from({ length: 500 }, (_, day) =>
        new Date(Date.UTC(2030, 0, 1 + day, 9)).toISOString().replace('.000', ''),
      ),
    );
  });

  it('gives events of one start in pages without losing or repeating one', async () => {
    const { calendar, as } = harness();
    const subjects = Array.from({ length: 12 }, (_, index) => `same start ${index}`);
    for (const subject of subjects)
      await calendar.createEvent(as('anna'), aNewEvent('2027-03-01T09:00:00', { subject }));
    const range = { start: '2027-03-01T00:00:00Z', end: '2027-03-02T00:00:00Z' };
    const pages = await pagesOf(harness(), as('anna'), { range, limit: 5 });
    const given = pages.flatMap((page) => page.events).map(({ subject }) => subject);
    expect(given.filter((subject) => subject.startsWith('same start')).sort()).toEqual([...subjects].sort());
  });

  it('gives all-day events and timed ones in pages without losing or repeating one', async () => {
    const { calendar, as } = harness();
    const zones = ['Pacific/Kiritimati', 'UTC', 'Pacific/Honolulu'];
    for (const timeZone of zones) {
      const time = { allDay: true, start: '2027-03-09', end: '2027-03-09', timeZone };
      await calendar.createEvent(as('anna'), aNewEvent('', { subject: `mixed ${timeZone}`, time }));
    }
    for (const [index, hour] of ['00', '05', '12', '23'].entries()) {
      await calendar.createEvent(as('anna'), aNewEvent(`2027-03-09T${hour}:00:00`, { subject: `mixed ${index}` }));
    }
    const range = { start: '2027-03-09T00:00:00Z', end: '2027-03-10T00:00:00Z' };
    const pages = await pagesOf(harness(), as('anna'), { range, limit: 1 });
    const given = pages.flatMap((page) => page.events).filter(({ subject }) => subject.startsWith('mixed'));
    const starts = given.map(({ time }) => Date.parse(time.start));
    expect(given).toHaveLength(7);
    expect(new Set(given.map(({ id }) => id)).size).toBe(7);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('neither loses nor repeats an event while others come and go between pages', async () => {
    const { calendar, as, addressOf } = harness();
    const attendees = [{ address: addressOf('ben'), kind: 'required' as const }];
    for (let hour = 10; hour < 20; hour++) {
      const subject = hour % 2 === 0 ? `stays ${hour}` : `goes ${hour}`;
      await calendar.createEvent(as('anna'), aNewEvent(`2027-03-15T${hour}:00:00`, { subject, attendees }));
    }
    const range = { start: '2027-03-15T00:00:00Z', end: '2027-03-16T00:00:00Z' };
    const pages = await pagesOf(harness(), as('ben'), { range, limit: 3 }, async ({ events }, index) => {
      await calendar.createEvent(as('ben'), aNewEvent(`2027-03-15T0${index}:00:00`, { subject: 'came late' }));
      const going = events.find(({ subject }) => subject.startsWith('goes'));
      if (going) await calendar.respond(as('ben'), going.id, { answer: 'decline', notifyOrganizer: false });
    });
    const given = pages.flatMap(({ events }) => events);
    const staying = given.map(({ subject }) => subject).filter((subject) => subject.startsWith('stays'));
    expect(staying).toEqual([10, 12, 14, 16, 18].map((hour) => `stays ${hour}`));
    expect(new Set(given.map(({ id }) => id)).size).toBe(given.length);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('says that there is no more when the last page is just full', async () => {
    const { calendar, as } = harness();
    for (const hour of ['09', '11']) await calendar.createEvent(as('anna'), aNewEvent(`2027-03-23T${hour}:00:00`));
    const range = { start: '2027-03-23T00:00:00Z', end: '2027-03-24T00:00:00Z' };
    const all = (await calendar.listEvents(as('anna'), { range, limit: 50 })).events;
    const full = await calendar.listEvents(as('anna'), { range, limit: all.length });
    const short = await calendar.listEvents(as('anna'), { range, limit: all.length - 1 });
    expect([full.events, full.next]).toEqual([all, undefined]);
    expect(short.events).toEqual(all.slice(0, -1));
    expect(short.next?.id).toBe(short.events.at(-1)?.id);
  });
}
