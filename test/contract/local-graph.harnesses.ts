import type { Scope, UserContext } from '@app/domain';
import type {
  CalendarHarness,
  FilesHarness,
  MailHarness,
  PeopleHarness,
  ProfileHarness,
  ScheduleHarness,
  Someone,
} from '@app/testing';
import { adaptersOn } from '../graph-adapter/adapters.js';
import { SAMPLE } from './attachment-sample.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';

/** The Graph adapters against the local tenant's Graph, with what every harness has of their people. */
async function open(byDefault: readonly Scope[]) {
  const { origin, as, close } = await openLocalGraph();
  return {
    origin,
    ...adaptersOn(origin),
    as: (person: Someone, scopes = byDefault) => as(person, scopes),
    addressOf: (person: Someone) => PEOPLE[person].mail,
    nameOf: (person: Someone) => PEOPLE[person].displayName,
    idOf: (person: Someone) => PEOPLE[person].id,
    close,
  };
}

export const openGraphCalendar = (): Promise<CalendarHarness> => open(['Calendars.ReadWrite']);

export const openGraphFiles = (): Promise<FilesHarness> => open(['Files.ReadWrite.All']);

export const openGraphPeople = (): Promise<PeopleHarness> => open(['People.Read', 'User.ReadBasic.All']);

export const openGraphProfile = (): Promise<ProfileHarness> => open(['User.Read', 'MailboxSettings.Read']);

/** With a room of those that the local tenant's Graph seeds. */
export async function openGraphSchedule(): Promise<ScheduleHarness> {
  const room = {
    name: 'Room Nansen',
    address: 'room-nansen@contract.example',
    capacity: 8,
    building: 'Polar House',
    floor: '1',
    display: 'Wall screen',
    audio: 'Ceiling microphone',
    video: 'Room camera',
    wheelchairAccessible: true,
    tags: [],
  };
  return { ...(await open(['Calendars.ReadWrite'])), room };
}

export async function openGraphMail(): Promise<MailHarness> {
  const harness = await open(['Mail.ReadWrite', 'Mail.Send']);
  await setAway(harness.origin, harness.as('ben', ['MailboxSettings.ReadWrite']));
  return {
    ...harness,
    awayMessage: AWAY,
    withAttachments: async () => {
      const query = { subject: 'Contract: Room Nansen', limit: 1 };
      const { messages } = await harness.mail.searchMessages(harness.as('anna'), query);
      return { ...SAMPLE, messageId: messages[0]?.id ?? 'not found' };
    },
  };
}

const AWAY = 'Back on Monday';

async function setAway(origin: string, { token }: UserContext): Promise<void> {
  const messages = { internalReplyMessage: `<div>${AWAY}</div>`, externalReplyMessage: '' };
  const answer = await fetch(`${origin}/v1.0/me/mailboxSettings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token.reveal()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ automaticRepliesSetting: { status: 'alwaysEnabled', ...messages } }),
  });
  if (!answer.ok) throw new Error(`The settings were refused: ${answer.status}`);
}
