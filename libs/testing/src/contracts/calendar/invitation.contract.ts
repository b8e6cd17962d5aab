import type { CalendarEvent, EventDetails, EventResponse, NewEvent, ResponseStatus } from '@app/domain';
import { aNewEvent, eventsNamed, type HarnessOf } from './calendar.harness.js';
import { codeOf } from '../suite.js';

const RANGE = ['2027-06-01T00:00:00Z', '2027-07-01T00:00:00Z'] as const;
const ACCEPT: EventResponse = { answer: 'accept', notifyOrganizer: true };

export function invitationContract(harness: HarnessOf): void {
  async function invite(start: string, overrides: Partial<NewEvent> = {}): Promise<EventDetails> {
    const { calendar, as, addressOf } = harness();
    const attendees = [{ address: addressOf('ben'), kind: 'required' as const }];
    return calendar.createEvent(as('anna'), aNewEvent(start, { attendees, ...overrides }));
  }
  async function atBens({ subject }: EventDetails): Promise<readonly CalendarEvent[]> {
    return eventsNamed(harness(), harness().as('ben'), subject, RANGE);
  }
  async function answerSeenByAnna({ id }: EventDetails): Promise<ResponseStatus | undefined> {
    const { calendar, as } = harness();
    return (await calendar.getEvent(as('anna'), id, { withBody: false })).attendees[0]?.response;
  }

  it("puts an invitation into the attendee's calendar under an id of its own", async () => {
    const { addressOf } = harness();
    const sent = await invite('2027-06-01T09:00:00');
    const [received] = await atBens(sent);
    expect(received).toMatchObject({ isOrganizer: false, response: 'notResponded', showAs: 'tentative' });
    expect(received?.organizer?.address?.toLowerCase()).toBe(addressOf('anna').toLowerCase());
    expect(received?.id).not.toBe(sent.id);
  });

  it.each([
    ['accept', 'accepted'],
    ['tentative', 'tentative'],
  ] as const)('shows %s to both sides', async (answer, status) => {
    const { calendar, as } = harness();
    const sent = await invite('2027-06-02T09:00:00');
    const [received] = await atBens(sent);
    await calendar.respond(as('ben'), received?.id ?? '', { answer, comment: 'gladly', notifyOrganizer: true });
    expect((await atBens(sent))[0]).toMatchObject({ response: status });
    expect(await answerSeenByAnna(sent)).toBe(status);
  });

  it("takes a declined event out of the attendee's calendar and leaves the organizer's", async () => {
    const { calendar, as } = harness();
    const sent = await invite('2027-06-03T09:00:00');
    const [received] = await atBens(sent);
    await calendar.respond(as('ben'), received?.id ?? '', { answer: 'decline', notifyOrganizer: true });
    expect(await atBens(sent)).toEqual([]);
    expect(await answerSeenByAnna(sent)).toBe('declined');
  });

  it('takes another time proposed with a tentative answer, and refuses one with an acceptance', async () => {
    const { calendar, as } = harness();
    const sent = await invite('2027-06-04T09:00:00');
    const [received] = await atBens(sent);
    const proposedTime = { start: '2027-06-04T11:00:00Z', end: '2027-06-04T11:30:00Z' };
    const both = calendar.respond(as('ben'), received?.id ?? '', { ...ACCEPT, proposedTime });
    expect(await codeOf(both)).toBe('invalid_arguments');
    const tentative = { answer: 'tentative', notifyOrganizer: true, proposedTime } as const;
    await calendar.respond(as('ben'), received?.id ?? '', tentative);
    expect(await answerSeenByAnna(sent)).toBe('tentative');
  });

  it('does not let the organizer respond', async () => {
    const { calendar, as } = harness();
    const sent = await invite('2027-06-07T09:00:00');
    expect(await codeOf(calendar.respond(as('anna'), sent.id, ACCEPT))).toBe('not_allowed');
  });

  it('takes one declined occurrence away and leaves the others', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2027-06-08', count: 3 } as const;
    const sent = await invite('2027-06-08T09:00:00', { recurrence });
    const received = await atBens(sent);
    await calendar.respond(as('ben'), received[1]?.id ?? '', { answer: 'decline', notifyOrganizer: true });
    expect((await atBens(sent)).map(({ time }) => time.start)).toEqual([
      '2027-06-08T09:00:00Z',
      '2027-06-10T09:00:00Z',
    ]);
  });

  it('shows the answer to one occurrence at that one only', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2027-06-21', count: 3 } as const;
    const sent = await invite('2027-06-21T09:00:00', { recurrence });
    const received = await atBens(sent);
    await calendar.respond(as('ben'), received[1]?.id ?? '', ACCEPT);
    expect((await atBens(sent)).map(({ response }) => response)).toEqual(['notResponded', 'accepted', 'notResponded']);
  });

  it('keeps an answer from the organizer that they are not to be told', async () => {
    const { calendar, as } = harness();
    const sent = await invite('2027-06-25T09:00:00');
    const [received] = await atBens(sent);
    await calendar.respond(as('ben'), received?.id ?? '', { answer: 'accept', notifyOrganizer: false });
    expect((await atBens(sent))[0]).toMatchObject({ response: 'accepted' });
    expect(await answerSeenByAnna(sent)).toBe('none');
  });

  it('answers for a whole series by the id of the series', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2027-06-14', count: 3 } as const;
    const sent = await invite('2027-06-14T09:00:00', { recurrence });
    const [received] = await atBens(sent);
    await calendar.respond(as('ben'), received?.seriesId ?? '', ACCEPT);
    expect((await atBens(sent)).map(({ response }) => response)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await answerSeenByAnna(sent)).toBe('accepted');
  });
}
