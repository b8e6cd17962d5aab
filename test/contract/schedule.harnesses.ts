import type { MailboxSettings } from '@app/domain';
import { InMemoryCalendar, InMemoryPlaces, InMemorySchedule, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { adaptersOn } from '../graph-adapter/adapters.js';
import { callWith } from '../graph-adapter/calls.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';
import type { ScheduleHarness } from './schedule.contract.js';

const SETTINGS: MailboxSettings = {
  timeZone: 'Europe/Berlin',
  workingHours: {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    start: '08:00',
    end: '17:00',
    timeZone: 'Europe/Berlin',
  },
};
const SEEDS = {
  anna: { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example', settings: SETTINGS },
  ben: { key: 'tenant/ben', displayName: 'Ben Fischer', address: 'ben@contract.example' },
} satisfies Record<string, MailboxSeed>;

const NANSEN: MailboxSeed = {
  key: 'tenant/nansen',
  displayName: 'Room Nansen',
  address: 'room-nansen@contract.example',
  room: {
    capacity: 8,
    building: 'Polar House',
    floor: '1',
    display: 'Wall screen',
    audio: 'Ceiling microphone',
    video: 'Room camera',
    wheelchairAccessible: true,
    tags: [],
  },
};

/** The in-memory adapter; a token is the name of the person. */
export async function openInMemorySchedule(): Promise<ScheduleHarness> {
  const mailboxes = new Mailboxes(
    [...Object.values(SEEDS), NANSEN],
    ({ token }) => SEEDS[token.reveal() as keyof typeof SEEDS],
  );
  return {
    schedule: new InMemorySchedule(mailboxes),
    calendar: new InMemoryCalendar(mailboxes),
    places: new InMemoryPlaces(mailboxes),
    as: (person, scopes = ['Calendars.ReadWrite']) => callWith(person, scopes),
    addressOf: (person) => SEEDS[person].address,
    close: () => Promise.resolve(),
  };
}

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphSchedule(): Promise<ScheduleHarness> {
  const { origin, as, close } = await openLocalGraph();
  const { schedule, calendar, places } = adaptersOn(origin);
  return {
    schedule,
    calendar,
    places,
    as: (person, scopes = ['Calendars.ReadWrite']) => as(person, scopes),
    addressOf: (person) => PEOPLE[person].mail,
    close,
  };
}
