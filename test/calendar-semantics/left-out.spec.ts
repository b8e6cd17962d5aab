import { keptOpen } from '../support/keep-open.js';
import { StubbedGraph } from './stubbed-graph.js';

const ODD = [null, {}, 'text'];
const page = (...good: readonly object[]) => ({ value: [...ODD, ...good] });
const CALENDAR = { id: 'c1', name: 'Calendar' };
const UNREACHABLE = 'have no address or could not be read, and are left out.';

describe('A list whose items cannot all be read', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  it('of calendars says how many are left out', async () => {
    graph.will({ 'GET /me/calendars': page(CALENDAR) });
    expect(await graph.call('calendar_list_calendars', {})).toMatchObject({
      calendars: [{ id: 'c1' }],
      notes: ['3 calendars could not be read and are left out.'],
    });
  });

  it('of rooms counts those that nobody could book', async () => {
    const rooms = [{ displayName: 'Attic' }, { displayName: 'Hall', emailAddress: 'hall@fernglas.example' }];
    graph.will({ 'GET /places/microsoft.graph.room': page(...rooms) });
    expect(await graph.call('calendar_find_rooms', {})).toMatchObject({
      rooms: [{ name: 'Hall' }],
      notes: [`4 rooms ${UNREACHABLE}`],
    });
  });

  it('of people counts those who cannot be written to, and says where nobody is left', async () => {
    graph.will({ 'GET /me/people': page({ displayName: 'Eva Without' }) });
    const { people, notes } = await graph.call('find_people', { query: 'eva' });
    expect([people, notes]).toEqual([[], [expect.stringContaining('directory'), `4 people ${UNREACHABLE}`]]);
  });

  it('says nothing where nothing is left out', async () => {
    graph.will({ 'GET /me/calendars': { value: [CALENDAR] } });
    expect((await graph.call('calendar_list_calendars', {}))['notes']).toBeUndefined();
  });
});
