import type { EventDetails } from '@app/domain';
import type { Calendar, Event, MailboxSettings, Room, User } from '@microsoft/microsoft-graph-types';
import { isMeantPath } from '../attack/support/graph-shapes.js';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { documentedBodies, documentedCalls, SOURCE, withoutIds } from './documented-examples.js';
import { comparable, DOCUMENTED_REQUESTS } from './documented-requests.js';
import { FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

let graph: FakeGraph;
let adapters: ReturnType<typeof adaptersOn>;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(FakeGraph.open());
  adapters = adaptersOn(graph.origin);
});

describe(`reading ${SOURCE}`, () => {
  // The documentation shortens its examples: what one leaves out comes from a sample.
  it.each(documentedBodies('microsoft.graph.event'))('loses nothing of the event $name', async ({ item }) => {
    graph.willAnswer(json(200, { ...graphEvent(), ...item }));
    const read = await adapters.calendar.getEvent(callWith('t'), 'AAMk=', { withBody: true });
    expect(lostOf(item as Event, read)).toEqual([]);
  });

  it.each(documentedBodies('microsoft.graph.calendar'))('loses nothing of the calendar $name', async ({ item }) => {
    graph.willAnswer(json(200, { value: [{ id: 'AAMk=', ...item }] }));
    const [read] = await adapters.calendar.listCalendars(callWith('t'));
    const { name, canEdit, owner } = item as Calendar;
    expect(read).toMatchObject(JSON.parse(JSON.stringify({ name: name ?? undefined, canEdit, owner })) as object);
  });

  it.each(documentedBodies('microsoft.graph.mailboxSettings'))(
    'loses nothing of the settings $name',
    async ({ item }) => {
      graph.willAnswer(json(200, item));
      const read = await adapters.profile.mailboxSettings(callWith('t'));
      const { workingHours } = item as MailboxSettings;
      expect(read.timeZone).toMatch(/^(UTC|\w+\/\w+)$/);
      expect(read.workingHours?.daysOfWeek).toEqual(workingHours?.daysOfWeek);
      expect(read.workingHours?.start).toBe(workingHours?.startTime?.slice(0, 5));
      expect(read.workingHours?.end).toBe(workingHours?.endTime?.slice(0, 5));
    },
  );

  it.each(documentedBodies('microsoft.graph.room'))('loses nothing of the room $name', async ({ item }) => {
    graph.willAnswer(json(200, { value: [item] }));
    const [read] = await adapters.places.listRooms(callWith('t'));
    const room = item as Room;
    expect(read).toMatchObject({
      ...{ name: room.displayName, address: room.emailAddress, capacity: room.capacity, building: room.building },
      floor: String(room.floorNumber),
      wheelchairAccessible: room.isWheelChairAccessible,
      tags: room.tags,
    });
  });

  it.each(documentedBodies('microsoft.graph.user'))('loses nothing of the user $name', async ({ item }) => {
    const user: User = { id: 'a-guid', userPrincipalName: 'anna@contract.example', ...item };
    graph.willAnswer(json(200, user));
    const { displayName, mail = null } = user;
    expect(await adapters.profile.me(callWith('t'))).toMatchObject({
      id: user.id,
      displayName: displayName ?? user.userPrincipalName,
      ...(mail === null ? {} : { mail }),
    });
  });
});

describe(`asking as ${SOURCE}`, () => {
  // Whatever is asked, this is an answer.
  const ANSWER = {
    ...graphEvent(),
    receivedDateTime: '2026-11-23T08:00:00Z',
    isDraft: true,
    hasAttachments: true,
    body: { contentType: 'html', content: '<p>Hello</p>' },
    contentBytes: '',
    item: { subject: 'Hello' },
    timeZone: 'UTC',
    value: [],
    ...{ name: 'FileB.txt', size: 3, file: {}, eTag: '"1"', lastModifiedDateTime: '2026-11-23T08:00:00Z' },
    parentReference: { driveId: 'b!1', id: 'AAMk=' },
    link: { webUrl: 'https://contoso.example/link' },
  };
  const calls = documentedCalls();
  const askedToo = DOCUMENTED_REQUESTS.flatMap((request) =>
    request.of.flatMap((name) => calls.filter((call) => call.name === name).map((call) => ({ ...request, ...call }))),
  );

  it.each(askedToo)('$name: $method $path', async ({ ask, method, path, query, body, without = [] }) => {
    graph.willAnswer(json(200, ANSWER));
    await ask(adapters, body ?? {});
    const sent = graph.received.find(
      (request) => request.method === method && asDocumented(request.url.pathname) === `/v1.0${path}`,
    );
    expect(sent).toBeDefined();
    expect({ body: comparable(sent?.body) }).toMatchObject({ body: comparable(body, without) });
    const needed = [...query.keys()].filter((name) => !name.startsWith('$') && !without.includes(name));
    expect([...(sent?.url.searchParams.keys() ?? [])]).toEqual(expect.arrayContaining(needed));
  });

  it('leaves out no example of what a tool is meant to ask', () => {
    const meant = calls.filter(({ method, path }) => isMeantPath(method, `/v1.0${path.replaceAll('{id}', 'AAMk%3D')}`));
    expect(askedToo.map(({ name }) => name)).toEqual(expect.arrayContaining(meant.map(({ name }) => name)));
  });
});

/** The path of a request with `{id}` for ids; the top of a drive is called root in one place and items/root in another. */
function asDocumented(path: string): string {
  return withoutIds(path).replace('/items/root', '/root');
}

/** What the example says and the event read from it does not. */
function lostOf(example: Event, read: EventDetails): readonly string[] {
  const said: Record<string, readonly [unknown, unknown]> = {
    id: [example.id, read.id],
    subject: [example.subject, read.subject],
    location: [example.location?.displayName, read.location],
    organizer: [example.organizer?.emailAddress?.address, read.organizer?.address],
    organizerName: [example.organizer?.emailAddress?.name, read.organizer?.name],
    isOrganizer: [example.isOrganizer, read.isOrganizer],
    isCancelled: [example.isCancelled, read.isCancelled],
    isOnlineMeeting: [example.isOnlineMeeting, read.isOnlineMeeting],
    isAllDay: [example.isAllDay, read.time.allDay],
    showAs: [example.showAs?.toLowerCase(), read.showAs.toLowerCase()],
    seriesId: [example.seriesMasterId, read.seriesId],
    webLink: [example.webLink, read.webLink],
    joinUrl: [example.onlineMeeting?.joinUrl, read.joinUrl],
    newTimes: [example.allowNewTimeProposals, read.allowsNewTimeProposals],
    attendees: [example.attendees?.map(({ emailAddress }) => emailAddress?.address).join(), addressesOf(read)],
    kinds: [example.attendees?.map(({ type }) => type?.toLowerCase()).join(), kindsOf(read)],
    body: [example.body?.content?.replaceAll('\r\n', '\n').trim(), read.body],
    minutes: [minutesOf(example), (Date.parse(read.time.end) - Date.parse(read.time.start)) / 60_000],
    interval: [example.recurrence?.pattern?.interval, read.recurrence?.interval],
    from: [example.recurrence?.range?.startDate, read.recurrence?.from],
  };
  return Object.entries(said)
    .filter(([, [before, after]]) => before !== undefined && before !== null && before !== '' && before !== after)
    .map(([field, [before, after]]) => `${field}: ${String(before)} became ${String(after)}`);
}

function addressesOf({ attendees }: EventDetails): string {
  return attendees.map(({ address }) => address).join();
}

function kindsOf({ attendees }: EventDetails): string {
  return attendees.map(({ kind }) => kind).join();
}

function minutesOf({ start, end, isAllDay }: Event): number | undefined {
  if (!start?.dateTime || !end?.dateTime || isAllDay || start.timeZone !== end.timeZone) return undefined;
  return (Date.parse(end.dateTime) - Date.parse(start.dateTime)) / 60_000;
}
