import type { Client } from '@microsoft/microsoft-graph-client';
import type { Event } from '@microsoft/microsoft-graph-types';
import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;
let anna: Client;
let ben: Client;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
  [anna, ben] = [graph.client('anna'), graph.client('ben')];
});

const AT_NOON = {
  start: { dateTime: '2027-01-11T12:00:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2027-01-11T13:00:00', timeZone: 'Europe/Berlin' },
};
const WITH_BEN = [{ type: 'required', emailAddress: { address: 'Ben@fernglas.example' } }];

async function create(event: object): Promise<Event> {
  return (await anna.api('/me/events').post({ ...AT_NOON, ...event })) as Event;
}

async function bens(subject: string): Promise<Event[]> {
  const view = '/me/calendarView?startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z&$top=500';
  const { value } = (await ben.api(view).get()) as { value: Event[] };
  return value.filter((event) => event.subject?.includes(subject));
}

describe("Microsoft's own client", () => {
  it('creates an event and reads it back with all that Graph adds', async () => {
    const created = await create({
      subject: 'Round trip',
      body: { contentType: 'HTML', content: '<p>Hello &amp; so on</p>' },
    });
    const read = (await anna.api(`/me/events/${created.id}`).get()) as Event;
    expect(read).toMatchObject({
      subject: 'Round trip',
      type: 'singleInstance',
      isOrganizer: true,
      bodyPreview: 'Hello & so on',
      start: { dateTime: '2027-01-11T11:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'Europe/Berlin',
      responseStatus: { response: 'organizer' },
      organizer: { emailAddress: { name: 'Anna Berg', address: 'anna@fernglas.example' } },
    });
    expect(read.iCalUId).toMatch(/^040000008200E000/);
    expect(read.webLink).toContain(encodeURIComponent(read.id ?? ''));
  });

  it.each([
    ['accept', 'accepted', 'busy'],
    ['tentativelyAccept', 'tentativelyAccepted', 'tentative'],
  ])('carries %s to both calendars', async (action, response, showAs) => {
    const sent = await create({ subject: `Please ${action}`, attendees: WITH_BEN });
    const [received] = await bens(`Please ${action}`);
    expect(received).toMatchObject({
      isOrganizer: false,
      iCalUId: sent.iCalUId,
      responseStatus: { response: 'notResponded' },
    });
    expect(received?.id).not.toBe(sent.id);
    await ben.api(`/me/events/${received?.id}/${action}`).post({ Comment: 'yes', SendResponse: true });
    expect((await bens(`Please ${action}`))[0]).toMatchObject({ responseStatus: { response }, showAs });
    const after = (await anna.api(`/me/events/${sent.id}`).get()) as Event;
    expect(after.attendees?.[0]).toMatchObject({ status: { response }, emailAddress: { name: 'Ben Carter' } });
  });

  it('takes a declined event out of the calendar and says so to the organizer', async () => {
    const sent = await create({ subject: 'Not for me', attendees: WITH_BEN });
    const [received] = await bens('Not for me');
    await ben.api(`/me/events/${received?.id}/decline`).post({ comment: 'sorry' });
    expect(await bens('Not for me')).toEqual([]);
    await expect(ben.api(`/me/events/${received?.id}`).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    });
    const after = (await anna.api(`/me/events/${sent.id}`).get()) as Event;
    expect(after.attendees?.[0]?.status?.response).toBe('declined');
  });

  it('keeps an answer from the organizer that is not to be sent', async () => {
    const sent = await create({ subject: 'Silently', attendees: WITH_BEN });
    const [received] = await bens('Silently');
    await ben.api(`/me/events/${received?.id}/accept`).post({ sendResponse: false });
    expect((await bens('Silently'))[0]?.responseStatus?.response).toBe('accepted');
    const after = (await anna.api(`/me/events/${sent.id}`).get()) as Event;
    expect(after.attendees?.[0]?.status?.response).toBe('none');
  });
});
