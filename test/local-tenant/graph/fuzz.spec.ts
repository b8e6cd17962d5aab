import fc from 'fast-check';
import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open([/ sent: /]));
});

const text = fc.constantFrom(
  '',
  'x',
  '2027-01-01',
  '2027-01-01T10:00:00',
  '+999999-01-01T00:00:00',
  '2027-13-45',
  'UTC',
  'PT1H',
  '-1',
  '%',
  "'",
  '🙂',
);
const junk = fc.oneof(
  text,
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.constant(null),
  fc.double(),
  fc.array(text, { maxLength: 2 }),
  fc.object({ maxDepth: 1 }),
);
const time = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ dateTime: fc.oneof(text, junk), timeZone: fc.oneof(text, junk) }, { requiredKeys: [] }),
  },
  { weight: 1, arbitrary: junk },
);
const good = { dateTime: '2027-01-01T10:00:00', timeZone: 'UTC' };
const pattern = fc.record(
  {
    type: fc.constantFrom('daily', 'weekly', 'absoluteMonthly', 'relativeYearly', 'x'),
    interval: fc.oneof(fc.integer(), junk),
    daysOfWeek: fc.oneof(fc.constant(['monday']), junk),
    dayOfMonth: fc.oneof(fc.integer({ min: -1, max: 40 }), junk),
    month: fc.oneof(fc.integer({ min: -1, max: 15 }), junk),
    index: fc.oneof(fc.constant('last'), junk),
  },
  { requiredKeys: [] },
);
const range = fc.record(
  {
    type: fc.constantFrom('noEnd', 'endDate', 'numbered'),
    startDate: fc.oneof(text, fc.constant('9999-12-31'), fc.constant('0000-01-01')),
    endDate: fc.oneof(text, fc.constant('9999-12-31')),
    numberOfOccurrences: junk,
    recurrenceTimeZone: junk,
  },
  { requiredKeys: [] },
);
const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  subject: junk,
  start: time,
  end: time,
  isAllDay: junk,
  body: fc.oneof(
    junk,
    fc.constant({ contentType: 'html', content: '<a href="&#99999999;">&#1114112;&#0;&nothing;</a><script>' }),
  ),
  location: junk,
  locations: junk,
  attendees: fc.oneof(
    junk,
    fc.array(fc.record({ emailAddress: junk, type: junk }, { requiredKeys: [] }), { maxLength: 2 }),
  ),
  recurrence: fc.oneof(
    { weight: 1, arbitrary: junk },
    {
      weight: 4,
      arbitrary: fc.record({
        pattern,
        range: fc.oneof({ weight: 4, arbitrary: range }, { weight: 1, arbitrary: junk }),
      }),
    },
  ),
  reminderMinutesBeforeStart: junk,
  transactionId: junk,
};

/** A good event with at most two of its properties spoiled. */
const event = fc
  .subarray(Object.keys(fields), { maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? junk]))))
  .map((spoiled) => ({ subject: 'fuzz', start: good, end: { ...good, dateTime: '2027-01-01T11:00:00' }, ...spoiled }));

const window = 'startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z';

async function neverFails(path: string, method: string, body: unknown): Promise<void> {
  const answer = await graph.ask(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  if (answer.status < 500) return;
  throw new Error(`${method} ${path} with ${JSON.stringify(body)} is answered ${answer.status}`);
}

describe('whatever is sent', () => {
  it('as an event is made or refused, and can be shown afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(event, async (body) => {
        await neverFails('/me/events', 'POST', body);
      }),
      { numRuns: 150 },
    );
    await neverFails(`/me/calendarView?${window}&$top=1000`, 'GET', undefined);
    const { status } = await graph.ask('/me/events?$top=1000', {
      headers: { Prefer: 'outlook.body-content-type="text"' },
    });
    expect(status).toBe(200);
  });

  it('as a change is taken or refused', async () => {
    const [first] = (await graph.ask(`/me/calendarView?${window}&$filter=type eq 'occurrence'`)).body.value;
    await fc.assert(
      fc.asyncProperty(event, (body) => neverFails(`/me/events/${first.id}`, 'PATCH', body)),
      { numRuns: 80 },
    );
    expect((await graph.ask(`/me/calendarView?${window}`)).status).toBe(200);
  });

  it.each(['/me/calendar/getSchedule', '/me/findMeetingTimes', '/me/calendars'])('to %s is answered', async (path) => {
    const body = fc.record(
      {
        schedules: fc.oneof(fc.constant(['ben@fernglas.example']), junk),
        startTime: time,
        endTime: time,
        meetingDuration: text,
        timeConstraint: fc.oneof(junk, fc.record({ timeSlots: fc.array(fc.record({ start: time, end: time })) })),
        name: junk,
        color: junk,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(body, (sent) => neverFails(path, 'POST', sent)),
      { numRuns: 60 },
    );
    expect((await graph.ask('/me/calendars')).status).toBe(200);
  });

  it('to a drive is answered', async () => {
    const { id } = (await graph.ask('/me/drive/root:/Projects')).body;
    const recipients = fc.oneof(
      junk,
      fc.array(fc.record({ email: junk, objectId: junk }, { requiredKeys: [] }), { maxLength: 2 }),
    );
    const body = fc.record(
      {
        name: junk,
        folder: junk,
        parentReference: fc.oneof(junk, fc.record({ id: junk })),
        item: fc.oneof(junk, fc.record({ '@microsoft.graph.conflictBehavior': junk, fileSize: junk })),
        type: fc.constantFrom('view', 'edit', 'x', 7),
        scope: fc.oneof(fc.constantFrom('users', 'organization'), junk),
        recipients,
        roles: fc.oneof(fc.constant(['read']), junk),
        message: junk,
        sendInvitation: junk,
        expirationDateTime: junk,
        requests: fc.oneof(
          junk,
          fc.array(fc.record({ entityTypes: fc.constant(['driveItem']), query: junk, size: junk })),
        ),
      },
      { requiredKeys: [] },
    );
    const item = `/me/drive/items/${id}`;
    await fc.assert(
      fc.asyncProperty(body, text.map(encodeURIComponent), async (sent, name) => {
        for (const action of ['createLink', 'invite', 'children']) await neverFails(`${item}/${action}`, 'POST', sent);
        await neverFails(`${item}:/${name}:/createUploadSession`, 'POST', sent);
        await neverFails(item, 'PATCH', sent);
        await neverFails('/search/query', 'POST', sent);
        await neverFails(`/me/drive/root:/${name}:/children?$skiptoken=${name}&$orderby=${name}`, 'GET', undefined);
        await neverFails(`/shares/u!${name}/driveItem`, 'GET', undefined);
      }),
      { numRuns: 30 },
    );
    expect((await graph.ask(`${item}/permissions`)).status).toBe(200);
  });

  it('as a path or a query is answered', async () => {
    const part = fc.oneof(text, fc.string()).map(encodeURIComponent);
    await fc.assert(
      fc.asyncProperty(part, part, part, async (id, option, value) => {
        for (const path of [
          `/me/events/${id}`,
          `/users/${id}`,
          `/me/events?$filter=${value}`,
          `/me/events?$${option}=${value}`,
          `/me/calendarView?startDateTime=${id}&endDateTime=${value}`,
          `/me/events/${id}%zz`,
        ]) {
          const { status } = await graph.ask(path);
          expect([path, status < 500 || status === 501]).toEqual([path, true]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
