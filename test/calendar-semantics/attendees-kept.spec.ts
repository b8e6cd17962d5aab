import { keptOpen } from '../support/keep-open.js';
import { eventWith, organizedEvent } from './one-event.js';
import { StubbedGraph } from './stubbed-graph.js';

interface Sent {
  readonly emailAddress: { readonly address?: string; readonly name?: string };
  readonly type?: string;
}

const ID = { eventId: 'AAMkEvent=' };
const attendee = (name: string, address: string, type = 'required', response = 'none') => ({
  emailAddress: { name, address },
  type,
  status: { response, time: '0001-01-01T00:00:00Z' },
});
const ROOM = attendee('Room Nansen', 'room-nansen@fernglas.example', 'resource', 'accepted');
const GROUP = attendee('All of Fernglas', 'all-hands@fernglas.example');
const ORGANIZER = attendee('Anna Berg', 'anna.berg@fernglas.example', 'required', 'organizer');

describe('the attendees of an event that is changed', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  async function sent(attendees: readonly object[], changes: object): Promise<readonly Sent[] | undefined> {
    graph.will(eventWith(organizedEvent({ attendees })));
    await graph.call('calendar_update_event', { ...ID, ...changes });
    return (graph.writes[0]?.body as { attendees?: readonly Sent[] }).attendees;
  }
  const plain = ({ emailAddress, type }: Sent) => ({ emailAddress, type });

  it('stay all five hundred when somebody is added or removed, and are not sent when only words change', async () => {
    const crowd = Array.from({ length: 500 }, (_, index) =>
      attendee(`Person ${index}`, `person${index}@fernglas.example`, index % 3 === 0 ? 'optional' : 'required'),
    );
    const added = await sent(crowd, { addAttendees: ['eva@fernglas.example'] });
    expect(added?.slice(0, 500)).toEqual(crowd.map(plain));
    expect(added).toHaveLength(501);
    const removed = await sent(crowd, { removeAttendees: ['PERSON7@fernglas.example'] });
    expect(removed).toEqual(crowd.filter((_, index) => index !== 7).map(plain));
    expect(await sent(crowd, { subject: 'New' })).toBeUndefined();
  });

  it('stay rooms, groups and the organizer, as what they are', async () => {
    const all = [ROOM, GROUP, ORGANIZER];
    const kept = await sent(all, { addOptionalAttendees: ['eva@fernglas.example'] });
    expect(kept).toEqual([...all.map(plain), { emailAddress: { address: 'eva@fernglas.example' }, type: 'optional' }]);
    expect(await sent(all, { removeAttendees: ['room-nansen@fernglas.example'] })).toEqual(
      [GROUP, ORGANIZER].map(plain),
    );
  });

  it('are shown by what they are and what they answered', async () => {
    graph.will(eventWith(organizedEvent({ attendees: [ROOM, GROUP] })));
    expect(await graph.call('calendar_get_event', ID)).toMatchObject({
      event: {
        attendees: [
          { address: 'room-nansen@fernglas.example', kind: 'resource', response: 'accepted' },
          { address: 'all-hands@fernglas.example', kind: 'required', response: 'none' },
        ],
      },
    });
  });

  it.each([
    ['an ampersand', 'a&b@contoso.example'],
    ['an apostrophe', "o'neil@contoso.example"],
    ['a tag', 'ben+travel@contoso.example'],
    ['a slash and an equals sign', 'c=de/o=x@contoso.example'],
    ['letters of a domain that ASCII lacks', 'info@müller-häuser.example'],
    ['a domain as DNS writes it', 'info@xn--mller-kva.example'],
    ['letters of another script', 'почта@пример.example'],
    ['wide letters', '用户@例子.example'],
    ['a long name', `${'n'.repeat(64)}@contoso.example`],
    ['two dots', 'ben..carter@docomo.example'],
    ['a domain of many labels', 'x@a.b.c.d.e.contoso.example'],
    ['what Exchange wraps', 'IMCEAEX-_o=ExchangeLabs_cn=x@contoso.example'],
    ['a guest', 'ben_contoso.example#EXT#@fernglas.example'],
  ])('are added, kept and removed with %s in their address', async (_what, address) => {
    const added = await sent([GROUP], { addAttendees: [`Somebody <${address}>`] });
    expect(added?.at(-1)?.emailAddress.address).toBe(address);
    const present = attendee('Somebody', address);
    expect(await sent([present], { addAttendees: ['eva@fernglas.example'] })).toHaveLength(2);
    expect(await sent([present, GROUP], { removeAttendees: [address.toUpperCase()] })).toEqual([plain(GROUP)]);
  });

  it('are the same person however their domain is written', async () => {
    const present = attendee('Jörg', 'joerg@xn--mller-kva.example');
    const unchanged = await sent([present, GROUP], { addOptionalAttendees: ['Joerg@Müller.example'] });
    expect(unchanged?.map(({ type }) => type)).toEqual(['required', 'optional']);
    expect(await sent([present, GROUP], { removeAttendees: ['joerg@müller.example'] })).toEqual([plain(GROUP)]);
  });
});
