import { randomUUID } from 'node:crypto';
import type { CalendarPort, Scope, SchedulePort, UserCall } from '@app/domain';
import { codeOf, draft, type Someone } from './calendar.harness.js';

/** One adapter with the mailboxes of two people of one organisation. */
export interface ScheduleHarness {
  readonly schedule: SchedulePort;
  readonly calendar: CalendarPort;
  as(person: Someone, scopes?: readonly Scope[]): UserCall;
  addressOf(person: Someone): string;
  close(): Promise<void>;
}

/** What every `SchedulePort` does, whatever is behind it. */
export function scheduleContract(open: () => Promise<ScheduleHarness>): void {
  let harness: ScheduleHarness;
  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());

  // Weekends, on which nobody has meetings already.
  const ask = (date: string, addresses: readonly string[], timeZone = 'UTC') =>
    harness.schedule.schedulesOf(harness.as('anna'), {
      addresses,
      range: { start: `${date}T00:00:00Z`, end: `${date}T23:59:00Z` },
      timeZone,
    });
  const create = (start: string, more: object = {}) =>
    harness.calendar.createEvent(harness.as('ben'), draft(start, more));
  const times = (entries: readonly { start: string; end: string; status: string }[]) =>
    entries.map(({ start, end, status }) => [Date.parse(start), Date.parse(end), status]);
  const entry = (start: string, end: string, status: string) => [Date.parse(start), Date.parse(end), status];

  it("gives the times another's calendar is taken, with their status", async () => {
    await create('2029-03-03T09:00:00');
    await create('2029-03-03T11:00:00', { showAs: 'oof' });
    const [ben] = await ask('2029-03-03', [harness.addressOf('ben')]);
    expect(ben?.address).toBe(harness.addressOf('ben'));
    expect(times(ben?.entries ?? []).sort()).toEqual([
      entry('2029-03-03T09:00:00Z', '2029-03-03T09:30:00Z', 'busy'),
      entry('2029-03-03T11:00:00Z', '2029-03-03T11:30:00Z', 'oof'),
    ]);
  });

  it('gives all-day events from midnight to midnight of the zone', async () => {
    const time = { allDay: true, start: '2029-03-04', end: '2029-03-04', timeZone: 'UTC' };
    await create('2029-03-04T00:00:00', { time, showAs: 'busy' });
    const [ben] = await ask('2029-03-04', [harness.addressOf('ben')], 'Europe/Berlin');
    expect(times(ben?.entries ?? [])).toEqual([entry('2029-03-03T23:00:00Z', '2029-03-04T23:00:00Z', 'busy')]);
  });

  it('answers for each address in the order asked, and says who cannot be read', async () => {
    const stranger = `${randomUUID()}@elsewhere.example`;
    const asked = [harness.addressOf('ben'), stranger, harness.addressOf('anna')];
    const schedules = await ask('2029-03-07', asked);
    expect(schedules.map(({ address }) => address)).toEqual(asked);
    expect(schedules.map(({ unreadable }) => unreadable)).toEqual([undefined, 'unavailable', undefined]);
  });

  it('refuses what the token has no scope for', async () => {
    const range = { start: '2029-03-03T00:00:00Z', end: '2029-03-04T00:00:00Z' };
    const query = { addresses: [harness.addressOf('ben')], range, timeZone: 'UTC' };
    expect(await codeOf(harness.schedule.schedulesOf(harness.as('anna', ['User.Read']), query))).toBe('access_denied');
  });
}
