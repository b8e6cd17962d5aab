import type { MailboxSettings, Scope } from '@app/domain';
import type { InMemoryCalendar, MailboxSeed } from '@app/graph-adapter';
import {
  type CalendarHarness,
  type FilesHarness,
  inMemoryPorts,
  type MailHarness,
  type PeopleHarness,
  PlainTextExtractor,
  type ProfileHarness,
  type ScheduleHarness,
  type Someone,
  type TextExtractorHarness,
} from '@app/testing';
import { deliverSample } from './attachment-sample.js';

const SETTINGS: MailboxSettings = {
  timeZone: 'Europe/Berlin',
  workingHours: {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    start: '08:00',
    end: '17:00',
    timeZone: 'Europe/Berlin',
  },
};

const ROOM = { capacity: 8, building: 'Polar House', floor: '1', wheelchairAccessible: true, tags: [] };

const SEEDS = {
  anna: {
    key: 'tenant/anna',
    displayName: 'Anna Ebert',
    address: 'anna@contract.example',
    settings: SETTINGS,
    calendars: ['Projects'],
    sharedWith: ['ben@contract.example'],
  },
  ben: {
    key: 'tenant/ben',
    displayName: 'Ben Fischer',
    address: 'ben@contract.example',
    settings: { timeZone: 'America/New_York' },
    calendars: ['Team'],
  },
} satisfies Record<Someone, MailboxSeed>;

const NANSEN = {
  key: 'tenant/nansen',
  displayName: 'Room Nansen',
  address: 'room-nansen@contract.example',
  room: ROOM,
} satisfies MailboxSeed;

/** The adapters in memory, with what every harness has of their people. */
function open(byDefault: readonly Scope[], seeds: Readonly<Record<string, MailboxSeed>> = SEEDS) {
  const { ports, as } = inMemoryPorts(seeds);
  return {
    ...ports,
    as: (person: Someone, scopes = byDefault) => as(person, scopes),
    addressOf: (person: Someone) => SEEDS[person].address,
    nameOf: (person: Someone) => SEEDS[person].displayName,
    idOf: (person: Someone) => SEEDS[person].key.slice('tenant/'.length),
    close: () => Promise.resolve(),
  };
}

export function openCalendar(): CalendarHarness {
  const harness = open(['Calendars.ReadWrite']);
  const calendar = harness.calendar as InMemoryCalendar;
  return { ...harness, markOf: async (person, id) => calendar.markOf(harness.as(person), id)?.client };
}

export const openFiles = (): FilesHarness => open(['Files.ReadWrite.All']);

export const openPeople = (): PeopleHarness => open(['People.Read', 'User.ReadBasic.All']);

export const openProfile = (): ProfileHarness => open(['User.Read', 'MailboxSettings.Read']);

export const openDocuments = (): TextExtractorHarness => ({
  documents: new PlainTextExtractor(),
  close: () => Promise.resolve(),
});

export function openSchedule(): ScheduleHarness {
  const { displayName: name, address, room } = NANSEN;
  return { ...open(['Calendars.ReadWrite'], { ...SEEDS, nansen: NANSEN }), room: { name, address, ...room } };
}

export function openMail(): MailHarness {
  const awayMessage = 'Back on Monday';
  const harness = open(['Mail.ReadWrite', 'Mail.Send'], { ...SEEDS, ben: { ...SEEDS.ben, awayMessage } });
  return {
    ...harness,
    awayMessage,
    markOf: async (person, id) => harness.mail.markOf(harness.as(person), id),
    withAttachments: () => Promise.resolve(deliverSample(harness.mail, harness.as('anna'))),
  };
}
