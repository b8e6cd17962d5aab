import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { EVENT, eventWith, organizedEvent } from './one-event.js';
import { StubbedGraph } from './stubbed-graph.js';

const X500 = '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=9f2c-erika';
const ME = 'anna.berg@fernglas.example';
const BEN = { emailAddress: { name: 'Ben Carter', address: 'ben.carter@fernglas.example' }, type: 'required' };
const NAMED = { emailAddress: { name: 'Front Desk' }, type: 'optional' };
const EMPTY = { emailAddress: { name: 'Projector', address: '' }, type: 'resource' };
const OTHER = { emailAddress: { name: 'Erika Muster', address: X500 }, type: 'required' };
const ALL = [BEN, NAMED, EMPTY, OTHER].map((one) => ({
  ...one,
  status: { response: 'none', time: '0001-01-01T00:00:00Z' },
}));
const organized = (more: object = {}) => organizedEvent({ attendees: ALL, ...more });
const ID = { eventId: 'AAMkEvent=' };

describe('attendees without an address', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  const update = async (changes: object) => {
    graph.will(eventWith(organized()));
    const answer = await graph.call<{ notified: string[]; external?: string[]; changes: object[] }>(
      'calendar_update_event',
      { ...ID, ...changes },
    );
    const { attendees } = graph.writes[0]?.body as { attendees: readonly { emailAddress: object }[] };
    return { ...answer, sent: attendees.map(({ emailAddress }) => emailAddress) };
  };

  it('are shown', async () => {
    graph.will(eventWith(organized()));
    expect(await graph.call('calendar_get_event', ID)).toMatchObject({
      event: {
        attendees: [
          { name: 'Ben Carter', address: 'ben.carter@fernglas.example' },
          { name: 'Front Desk', kind: 'optional' },
          { name: 'Projector', kind: 'resource' },
          { name: 'Erika Muster', address: X500 },
        ],
        attendeeCounts: { total: 4, none: 4 },
      },
    });
  });

  it('are sent back as they came when others are added', async () => {
    const { sent, notified, changes } = await update({ addAttendees: ['Eva <eva@fernglas.example>'] });
    expect(sent).toEqual([...ALL.map(({ emailAddress }) => emailAddress), { address: 'eva@fernglas.example' }]);
    expect(notified).toEqual(['eva@fernglas.example']);
    expect(changes).toEqual([{ what: 'attendee added', after: 'eva@fernglas.example (required)' }]);
  });

  it.each([
    ['Front Desk', 'Front Desk (no address)'],
    ['front desk (no address)', 'Front Desk (no address)'],
    ['Projector', 'Projector (no address)'],
    ['Erika Muster', 'Erika Muster (no address)'],
    [X500, 'Erika Muster (no address)'],
    ['Ben Carter <BEN.CARTER@fernglas.example>', 'ben.carter@fernglas.example'],
  ])('are removed by their name: %s', async (word, shown) => {
    const { sent, notified, changes } = await update({ removeAttendees: [word] });
    expect(sent).toHaveLength(3);
    expect([notified, changes]).toEqual([[shown], [{ what: 'attendee removed', before: shown }]]);
  });

  it('are no reason to take a name for an address', async () => {
    graph.will(eventWith(organized()));
    const { message, details } = await graph.refusal('calendar_update_event', {
      ...ID,
      removeAttendees: ['Ben Carter'],
    });
    expect(message).toContain('"Ben Carter"');
    expect(details.userAction).toContain('"Front Desk (no address)"');
  });

  it('count as people outside', async () => {
    graph.will(eventWith(organized()));
    const { notified, external } = await graph.call('calendar_update_event', { ...ID, subject: 'New', dryRun: true });
    expect(notified).toHaveLength(4);
    expect(external).toEqual(['Front Desk (no address)', 'Projector (no address)', 'Erika Muster (no address)']);
  });

  it.each([
    ['calendar_update_event', { subject: 'New' }],
    ['calendar_update_event', { start: '2026-11-24T10:00', dryRun: true }],
    ['calendar_update_event', { removeAttendees: ['Front Desk'] }],
    ['calendar_cancel_event', {}],
  ])('are refused by %s where domains are restricted: %j', async (name, args) => {
    graph.will(eventWith(organized({ attendees: [BEN, NAMED] })));
    const policy = { recipientDomains: ['fernglas.example'] };
    expect((await graph.refusal(name, { ...ID, ...args }, policy)).code).toBe('policy_denied');
    expect(graph.writes).toEqual([]);
  });

  it('an organizer without an address is named, and refused where domains are restricted', async () => {
    const event = graphEvent({
      organizer: { emailAddress: { name: 'Erika', address: X500 } },
      attendees: [BEN],
    } as object);
    graph.will(eventWith(event, { [`POST ${EVENT}/accept`]: (response) => response.writeHead(202).end() }));
    const answer = await graph.call('calendar_respond', { ...ID, response: 'accept' });
    expect(answer).toMatchObject({ notified: ['Erika (no address)'] });
    const policy = { recipientDomains: ['fernglas.example'] };
    expect((await graph.refusal('calendar_respond', { ...ID, response: 'accept' }, policy)).code).toBe('policy_denied');
  });
});

describe('who is coming', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  const RESPONSES = ['accepted', 'tentativelyAccepted', 'declined', 'notResponded', 'none'];
  const crowd = Array.from({ length: 500 }, (_, index) => ({
    emailAddress: { name: `Person ${index}`, address: `person${index}@fernglas.example` },
    type: 'required',
    status: { response: RESPONSES[index % 5] },
  }));

  interface Page {
    readonly event: {
      readonly attendees: readonly { readonly address: string; readonly proposed?: object }[];
      readonly attendeeCounts: object;
      readonly nextAttendeesStart?: number;
    };
  }

  it('is told of 500 people by counts and fifty at a time', async () => {
    graph.will(eventWith(organized({ attendees: crowd })));
    const seen: string[] = [];
    for (let start: number | undefined = 0; start !== undefined;) {
      const page: Page = await graph.call<Page>('calendar_get_event', { ...ID, attendeesStart: start });
      expect(JSON.stringify(page).length).toBeLessThan(8_000);
      expect(page.event.attendeeCounts).toEqual({
        total: 500,
        accepted: 100,
        tentative: 100,
        declined: 100,
        none: 200,
      });
      seen.push(...page.event.attendees.map(({ address }) => address));
      start = page.event.nextAttendeesStart;
    }
    expect(seen).toEqual(crowd.map(({ emailAddress }) => emailAddress.address));
  });

  it('names a hundred of those who are told, and how many there are', async () => {
    graph.will(eventWith(organized({ attendees: crowd })));
    const { notified, notifiedCount } = await graph.call('calendar_update_event', {
      ...ID,
      subject: 'New',
      dryRun: true,
    });
    expect([(notified as string[]).length, notifiedCount]).toEqual([100, 500]);
  });

  it('says first who proposes another time, in the zone of the reader', async () => {
    const proposedNewTime = {
      start: { dateTime: '2026-11-24T09:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-11-24T10:00:00.0000000', timeZone: 'UTC' },
    };
    const proposing = { ...BEN, status: { response: 'tentativelyAccepted' }, proposedNewTime };
    graph.will(eventWith(organized({ attendees: [...crowd, proposing] })));
    const { event } = await graph.call<Page>('calendar_get_event', { ...ID, timeZone: 'Europe/Berlin' });
    expect(event.attendees[0]).toEqual({
      name: 'Ben Carter',
      address: 'ben.carter@fernglas.example',
      kind: 'required',
      response: 'tentative',
      proposed: { start: '2026-11-24T10:00+01:00', end: '2026-11-24T11:00+01:00' },
    });
  });

  it('reads an answer although its proposal cannot be read', async () => {
    const proposing = { ...BEN, status: { response: 'declined' }, proposedNewTime: { start: null, end: null } };
    graph.will(eventWith(organized({ attendees: [null, proposing] })));
    const { event } = await graph.call<Page>('calendar_get_event', ID);
    expect(event.attendees).toEqual([expect.objectContaining({ response: 'declined' })]);
  });

  it('tells an attendee that only the organizer sees it', async () => {
    const attendees = [{ emailAddress: { address: ME }, status: { response: 'none' as const } }];
    graph.will(eventWith(graphEvent({ attendees })));
    const { notes } = await graph.call('calendar_get_event', ID);
    expect(notes).toEqual([expect.stringContaining('only the organizer sees')]);
  });
});
