import { type Answer, GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const EVENT = { subject: 'made', start: at('2027-02-01T09:00:00'), end: at('2027-02-01T10:00:00') };

function post(event: object): Promise<Answer> {
  return graph.ask('/me/events', { method: 'POST', body: { ...EVENT, ...event } });
}

describe('a new event', () => {
  it.each<[string, object, string]>([
    ['no start', { start: undefined }, 'ErrorPropertyValidationFailure'],
    ['no end', { end: undefined }, 'ErrorPropertyValidationFailure'],
    ['an end before its start', { end: at('2027-02-01T08:00:00') }, 'ErrorPropertyValidationFailure'],
    ['an unknown zone', { start: at('2027-02-01T09:00:00', 'Middle-earth') }, 'TimeZoneNotSupportedException'],
    ['a start that is no time', { start: at('first of May') }, 'RequestBodyRead'],
    ['a start that is a text', { start: '2027-02-01T09:00:00' }, 'RequestBodyRead'],
    ['an all-day start in the morning', { isAllDay: true, end: at('2027-02-02T00:00:00') }, 'ErrorInvalidRequest'],
    [
      'an all-day event of no day',
      { isAllDay: true, start: at('2027-02-01'), end: at('2027-02-01') },
      'ErrorInvalidRequest',
    ],
    ['a property that events do not have', { title: 'x' }, 'RequestBodyRead'],
    ['a value of no enum', { showAs: 'napping' }, 'RequestBodyRead'],
    ['a text for a yes or no', { isAllDay: 'yes' }, 'RequestBodyRead'],
    ['attendees that are no list', { attendees: { emailAddress: { address: 'a@b.example' } } }, 'RequestBodyRead'],
    ['an attendee without an address', { attendees: [{ emailAddress: { name: 'Ben' } }] }, 'ErrorInvalidRecipients'],
    ['a pattern without its days', recurring({ type: 'weekly', interval: 1 }), 'ErrorPropertyValidationFailure'],
    ['an interval of nothing', recurring({ type: 'daily', interval: 0 }), 'ErrorPropertyValidationFailure'],
    ['a pattern of no type', recurring({ type: 'hourly', interval: 1 }), 'RequestBodyRead'],
    [
      'a range that ends before it starts',
      recurring({ type: 'daily', interval: 1 }, { type: 'endDate', endDate: '2027-01-01' }),
      'ErrorPropertyValidationFailure',
    ],
    [
      'a rule without a date',
      recurring({ type: 'weekly', interval: 1, daysOfWeek: ['friday'] }, { type: 'endDate', endDate: '2027-02-02' }),
      'ErrorRecurrenceHasNoOccurrence',
    ],
  ])('with %s is refused', async (_, event, code) => {
    const { status, body } = await post(event);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('takes enum values in any case and gives them in its own', async () => {
    const { status, body } = await post({
      showAs: 'WORKINGELSEWHERE',
      sensitivity: 'Private',
      importance: 'High',
      attendees: [{ type: 'Optional', emailAddress: { address: 'x@elsewhere.example' } }],
      body: { contentType: 'TEXT', content: 'a < b' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ showAs: 'workingElsewhere', sensitivity: 'private', importance: 'high' });
    expect(body.attendees[0].type).toBe('optional');
    expect(body.body).toMatchObject({ contentType: 'html', content: expect.stringContaining('a &lt; b') });
    expect(body.bodyPreview).toBe('a < b');
  });

  it('is answered in the zone it was made in, and read in UTC', async () => {
    const time = { start: at('2027-02-01T09:00:00', 'Asia/Kolkata'), end: at('2027-02-01T10:00:00', 'Asia/Kolkata') };
    const { body } = await post(time);
    expect(body.start).toEqual({ dateTime: '2027-02-01T09:00:00.0000000', timeZone: 'Asia/Kolkata' });
    const read = await graph.ask(`/me/events/${body.id}`);
    expect(read.body.start).toEqual({ dateTime: '2027-02-01T03:30:00.0000000', timeZone: 'UTC' });
  });

  it('that is an online meeting has a link, and a block in its body that people can use', async () => {
    const { body } = await post({ isOnlineMeeting: true, body: { contentType: 'text', content: 'Bring tea' } });
    expect(body).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    expect(body.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(body.body.content).toMatch(/Bring tea[\s\S]*_{80}[\s\S]*Join the meeting now[\s\S]*_{80}/);
    expect(body.body.content).toContain(body.onlineMeeting.joinUrl);
  });

  it('gives location and locations from whichever was sent', async () => {
    const one = await post({ location: { displayName: 'Room 7' } });
    expect(one.body.locations).toEqual([expect.objectContaining({ displayName: 'Room 7' })]);
    const two = await post({ locations: [{ displayName: 'Room 7' }, { displayName: 'Room 8' }] });
    expect(two.body.location.displayName).toBe('Room 7');
    expect(two.body.locations).toHaveLength(2);
  });

  it('goes into the calendar that the path names, and into no other', async () => {
    const [, family] = (await graph.ask('/me/calendars')).body.value;
    const { body } = await graph.ask(`/me/calendars/${family.id}/events`, { method: 'POST', body: EVENT });
    expect((await graph.ask(`/me/calendars/${family.id}/events/${body.id}`)).status).toBe(200);
    expect((await graph.ask(`/me/calendar/events/${body.id}`)).status).toBe(404);
    expect((await graph.ask(`/me/events/${body.id}`)).status).toBe(200);
  });
});

describe('a transaction id', () => {
  it('sent again with the same event gives that event, however many come at once', async () => {
    const event = { subject: 'only once', transactionId: 'transaction-1' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(event)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const { body } = await graph.ask(`/me/events?$filter=subject eq 'only once'`);
    expect(body.value).toHaveLength(1);
  });

  it('sent with another event is refused, and is nothing to another person', async () => {
    await post({ transactionId: 'transaction-2' });
    const other = await post({ subject: 'another', transactionId: 'transaction-2' });
    expect([other.status, other.body.error.code]).toEqual([409, 'ErrorDuplicateTransactionId']);
    const body = { ...EVENT, subject: 'of ben', transactionId: 'transaction-2' };
    expect((await graph.ask('/me/events', { method: 'POST', as: 'ben', body })).status).toBe(201);
  });

  it('cannot be changed afterwards', async () => {
    const { body } = await post({ transactionId: 'transaction-3' });
    const answer = await graph.ask(`/me/events/${body.id}`, {
      method: 'PATCH',
      body: { transactionId: 'transaction-4' },
    });
    expect(answer.status).toBe(400);
  });
});

function recurring(pattern: object, range: object = { type: 'noEnd' }): object {
  return { recurrence: { pattern, range: { startDate: '2027-02-01', ...range } } };
}
