import type { Scope, UserContext } from '@app/domain';
import { MARK_PROPERTY } from '../../libs/graph-adapter/src/calendar/mark-property.js';
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

export async function openGraphCalendar(): Promise<CalendarHarness> {
  const harness = await open(['Calendars.ReadWrite']);
  return {
    ...harness,
    markOf: async (person, id) => {
      const query = `$select=id&$expand=singleValueExtendedProperties($filter=id eq '${MARK_PROPERTY}')`;
      const event = await read(harness.origin, harness.as(person), `/me/events/${id}?${query}`);
      return (event['singleValueExtendedProperties'] as { value: string }[] | undefined)?.[0]?.value;
    },
  };
}

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
    markOf: async (person, id) => {
      const message = await read(
        harness.origin,
        harness.as(person),
        `/me/messages/${id}?$select=internetMessageHeaders`,
      );
      const headers = message['internetMessageHeaders'] as { name: string; value: string }[];
      const [client, trace] = ['x-behalf-client', 'x-behalf-trace'].map(
        (name) => headers.find((header) => header.name === name)?.value,
      );
      return client === undefined || trace === undefined ? undefined : { client, trace };
    },
    withAttachments: async () => {
      const query = { subject: 'Contract: Room Nansen', limit: 1 };
      const { messages } = await harness.mail.searchMessages(harness.as('anna'), query);
      return { ...SAMPLE, messageId: messages[0]?.id ?? 'not found' };
    },
  };
}

const AWAY = 'Back on Monday';

async function read(origin: string, { token }: UserContext, path: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token.reveal()}`, prefer: 'IdType="ImmutableId"' };
  const answer = await fetch(`${origin}/v1.0${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

async function setAway(origin: string, { token }: UserContext): Promise<void> {
  const messages = { internalReplyMessage: `<div>${AWAY}</div>`, externalReplyMessage: '' };
  const answer = await fetch(`${origin}/v1.0/me/mailboxSettings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token.reveal()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ automaticRepliesSetting: { status: 'alwaysEnabled', ...messages } }),
  });
  if (!answer.ok) throw new Error(`The settings were refused: ${answer.status}`);
}
