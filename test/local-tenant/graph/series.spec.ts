import { type Answer, GraphHarness } from './harness.js';
import type { PersonKey } from './people.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

interface Shown {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly isCancelled: boolean;
  readonly seriesMasterId: string | null;
  readonly start: { readonly dateTime: string };
  readonly responseStatus: { readonly response: string };
}

async function daily(subject: string, more: object = {}): Promise<string> {
  const event = {
    subject,
    start: { dateTime: '2027-03-25T09:00:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2027-03-25T09:30:00', timeZone: 'Europe/Berlin' },
    recurrence: {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: '2027-03-25', numberOfOccurrences: 6 },
    },
    attendees: [{ emailAddress: { address: 'ben@fernglas.example' } }],
    ...more,
  };
  return (await graph.ask('/me/events', { method: 'POST', body: event })).body.id as string;
}

async function view(subject: string, as: PersonKey = 'anna'): Promise<Shown[]> {
  const window = 'startDateTime=2027-03-01T00:00:00Z&endDateTime=2027-05-01T00:00:00Z&$top=1000';
  const { body } = await graph.ask(`/me/calendarView?${window}`, { as });
  return (body.value as Shown[]).filter((event) => event.subject.includes(subject));
}

function patch(id: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return graph.ask(`/me/events/${id}`, { method: 'PATCH', body, headers });
}

describe('a series', () => {
  it('keeps its hour across the change of the clocks', async () => {
    await daily('clocks');
    expect((await view('clocks')).map(({ start }) => start.dateTime.slice(5, 16))).toEqual([
      ...['03-25T08:00', '03-26T08:00', '03-27T08:00', '03-28T07:00', '03-29T07:00', '03-30T07:00'],
    ]);
  });

  it('is seen as occurrences in views and as one in lists', async () => {
    const id = await daily('two sights');
    const shown = await view('two sights');
    expect(shown.map(({ type, seriesMasterId }) => [type, seriesMasterId])).toEqual(Array(6).fill(['occurrence', id]));
    expect(new Set(shown.map((event) => event.id)).size).toBe(6);
    const { body } = await graph.ask("/me/events?$filter=subject eq 'two sights'");
    expect(body.value).toEqual([expect.objectContaining({ id, type: 'seriesMaster' })]);
    expect(body.value[0].recurrence.range).toMatchObject({
      numberOfOccurrences: 6,
      recurrenceTimeZone: 'Europe/Berlin',
    });
    for (const event of shown) {
      const read = await graph.ask(`/me/events/${event.id}`);
      expect(read.body).toMatchObject({ id: event.id, type: 'occurrence', start: event.start, recurrence: null });
    }
  });

  it('lists its instances in a window', async () => {
    const id = await daily('instances');
    const window = 'startDateTime=2027-03-26T00:00:00Z&endDateTime=2027-03-28T00:00:00Z';
    const { body } = await graph.ask(`/me/events/${id}/instances?${window}`);
    expect(body.value).toHaveLength(2);
    expect((await graph.ask(`/me/events/${id}/instances`)).status).toBe(400);
  });

  it('has an exception where one occurrence is changed, for attendees too', async () => {
    await daily('moved');
    const third = (await view('moved'))[2]!;
    const changed = await patch(third.id, {
      subject: 'moved later',
      start: { dateTime: '2027-03-27T15:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2027-03-27T15:30:00', timeZone: 'Europe/Berlin' },
    });
    expect([changed.status, changed.body.type, changed.body.id]).toEqual([200, 'exception', third.id]);
    for (const as of ['anna', 'ben'] as const) {
      const shown = await view('moved', as);
      expect(shown.map(({ type }) => type)).toEqual([
        ...['occurrence', 'occurrence', 'exception', 'occurrence', 'occurrence', 'occurrence'],
      ]);
      expect(shown[2]).toMatchObject({ subject: 'moved later', start: { dateTime: '2027-03-27T14:00:00.0000000' } });
    }
  });

  it('loses the occurrence that is deleted, and attendees see it cancelled', async () => {
    const id = await daily('deleted');
    const second = (await view('deleted'))[1]!;
    expect((await graph.ask(`/me/events/${second.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await view('deleted')).toHaveLength(5);
    expect((await graph.ask(`/me/events/${second.id}`)).status).toBe(404);
    const master = await graph.ask(`/me/events/${id}?$select=subject,cancelledOccurrences`);
    expect(master.body.cancelledOccurrences).toEqual([`OID.${id}.2027-03-26`]);
    const bens = await view('deleted', 'ben');
    expect(bens.filter(({ isCancelled }) => isCancelled).map(({ subject }) => subject)).toEqual(['Canceled: deleted']);
  });

  it('is changed as a whole through its master, and then has no exceptions left', async () => {
    const id = await daily('whole');
    const [first] = await view('whole');
    await patch(first!.id, { subject: 'whole exception' });
    const zone = 'Europe/Berlin';
    const start = { dateTime: '2027-03-25T11:00:00', timeZone: zone };
    const answer = await patch(id, {
      subject: 'whole anew',
      start,
      end: { dateTime: '2027-03-25T12:00:00', timeZone: zone },
    });
    expect(answer.body).toMatchObject({ type: 'seriesMaster', start: { dateTime: '2027-03-25T11:00:00.0000000' } });
    for (const as of ['anna', 'ben'] as const) {
      const shown = await view('whole', as);
      expect(shown.map(({ subject, type }) => [subject, type])).toEqual(Array(6).fill(['whole anew', 'occurrence']));
    }
  });

  it('can be answered for one date alone', async () => {
    const id = await daily('one date');
    const [, second, third] = await view('one date', 'ben');
    await graph.ask(`/me/events/${second!.id}/accept`, { method: 'POST', as: 'ben', body: {} });
    await graph.ask(`/me/events/${third!.id}/decline`, { method: 'POST', as: 'ben', body: {} });
    const answers = (await view('one date', 'ben')).map(({ responseStatus }) => responseStatus.response);
    expect(answers).toEqual(['notResponded', 'accepted', 'notResponded', 'notResponded', 'notResponded']);
    const seen = await graph.ask(
      `/me/events/${id}/instances?startDateTime=2027-03-26T00:00:00Z&endDateTime=2027-03-28T00:00:00Z`,
    );
    expect(
      seen.body.value.map(
        (one: { attendees: { status: { response: string } }[] }) => one.attendees[0]?.status.response,
      ),
    ).toEqual([...['accepted', 'declined']]);
  });
});

describe('a change', () => {
  it('is refused when the event is no longer as it was seen', async () => {
    const id = await daily('seen');
    const { body } = await graph.ask(`/me/events/${id}`);
    const match = { 'If-Match': body['@odata.etag'] as string };
    expect((await patch(id, { subject: 'seen once' }, match)).status).toBe(200);
    const late = await patch(id, { subject: 'seen twice' }, match);
    expect([late.status, late.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    expect((await graph.ask(`/me/events/${id}`, { method: 'DELETE', headers: match })).status).toBe(412);
    expect((await patch(id, { subject: 'seen thrice' }, { 'If-Match': '*' })).status).toBe(200);
  });

  it('of the time asks the attendees again; of anything else keeps their answers', async () => {
    const id = await daily('again', { recurrence: null });
    const [received] = await view('again', 'ben');
    await graph.ask(`/me/events/${received!.id}/accept`, { method: 'POST', as: 'ben', body: {} });
    const answerSeen = async () => (await graph.ask(`/me/events/${id}`)).body.attendees[0].status.response as string;
    await patch(id, { subject: 'again, renamed' });
    expect([(await view('again', 'ben'))[0]?.responseStatus.response, await answerSeen()]).toEqual([
      'accepted',
      'accepted',
    ]);
    await patch(id, { end: { dateTime: '2027-03-25T11:00:00', timeZone: 'Europe/Berlin' } });
    expect((await view('again', 'ben'))[0]).toMatchObject({
      subject: 'again, renamed',
      responseStatus: { response: 'notResponded' },
    });
    expect(await answerSeen()).toBe('none');
  });

  it('replaces the attendees: who is left out is told, who is new is invited', async () => {
    const id = await daily('people', { recurrence: null });
    const attendees = [{ emailAddress: { address: 'chitra@fernglas.example' } }];
    expect((await patch(id, { attendees })).body.attendees).toHaveLength(1);
    expect((await view('people', 'ben'))[0]).toMatchObject({ isCancelled: true, subject: 'Canceled: people' });
    expect((await view('people', 'chitra'))[0]).toMatchObject({ isCancelled: false, subject: 'people' });
  });

  it('by an attendee stays in their own calendar', async () => {
    await daily('mine', { recurrence: null });
    const [received] = await view('mine', 'ben');
    const answer = await graph.ask(`/me/events/${received!.id}`, {
      method: 'PATCH',
      as: 'ben',
      body: { subject: 'mine alone' },
    });
    expect([answer.status, answer.body.subject]).toEqual([200, 'mine alone']);
    expect((await view('mine'))[0]?.subject).toBe('mine');
  });

  it('of the body that drops the join block ends the online meeting', async () => {
    const id = await daily('block', { recurrence: null, isOnlineMeeting: true });
    const { body } = await graph.ask(`/me/events/${id}`);
    const kept = await patch(id, { body: { contentType: 'html', content: `New agenda ${body.body.content}` } });
    expect(kept.body.isOnlineMeeting).toBe(true);
    const lost = await patch(id, { body: { contentType: 'html', content: 'New agenda' } });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });
});

describe('the end of a meeting', () => {
  it('is the organizer’s to declare', async () => {
    const id = await daily('cancelled', { recurrence: null });
    const [received] = await view('cancelled', 'ben');
    const refused = await graph.ask(`/me/events/${received!.id}/cancel`, {
      method: 'POST',
      as: 'ben',
      body: { comment: 'x' },
    });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'ErrorInvalidRequest']);
    expect(refused.body.error.message).toContain('You need to be an organizer to cancel a meeting.');
    const done = await graph.ask(`/me/events/${id}/cancel`, { method: 'POST', body: { Comment: 'no room' } });
    expect([done.status, done.text, done.headers.get('content-type')]).toEqual([202, '', null]);
    expect(await view('cancelled')).toEqual([]);
    expect((await view('cancelled', 'ben'))[0]).toMatchObject({ isCancelled: true, showAs: 'free' });
  });

  it('is no answer for an organizer to give', async () => {
    const id = await daily('own', { recurrence: null });
    for (const action of ['accept', 'decline', 'tentativelyAccept']) {
      const { status, body } = await graph.ask(`/me/events/${id}/${action}`, { method: 'POST', body: {} });
      expect([status, body.error.code, body.error.message]).toEqual([
        400,
        'ErrorInvalidRequest',
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      ]);
    }
  });
});

describe('another time that is proposed', () => {
  const slot = {
    start: { dateTime: '2027-03-25T14:00:00', timeZone: 'UTC' },
    end: { dateTime: '2027-03-25T15:00:00', timeZone: 'UTC' },
  };

  it('reaches the organizer', async () => {
    const id = await daily('proposal', { recurrence: null });
    const [received] = await view('proposal', 'ben');
    const body = { proposedNewTime: slot, sendResponse: true };
    const answer = await graph.ask(`/me/events/${received!.id}/tentativelyAccept`, { method: 'POST', as: 'ben', body });
    expect(answer.status).toBe(202);
    const [attendee] = (await graph.ask(`/me/events/${id}`)).body.attendees;
    expect(attendee).toMatchObject({
      status: { response: 'tentativelyAccepted' },
      proposedNewTime: { start: { dateTime: '2027-03-25T14:00:00.0000000', timeZone: 'UTC' } },
    });
  });

  it.each([
    ['with an acceptance', 'accept', { proposedNewTime: slot }, {}],
    ['without an answer', 'decline', { proposedNewTime: slot, sendResponse: false }, {}],
    ['where none is wanted', 'decline', { proposedNewTime: slot }, { allowNewTimeProposals: false }],
  ])('is refused %s', async (how, action, body, more) => {
    await daily(`refused ${how}`, { recurrence: null, ...more });
    const [received] = await view(`refused ${how}`, 'ben');
    const answer = await graph.ask(`/me/events/${received!.id}/${action}`, { method: 'POST', as: 'ben', body });
    expect(answer.status).toBe(400);
    expect(await view(`refused ${how}`, 'ben')).toHaveLength(1);
  });
});
