import { type Ports, type Room, type Schedule, type ToolContext, TOOLS } from '@app/domain';
import { codeOf } from '@app/testing';

interface Found {
  readonly rooms: readonly { readonly name: string; readonly free?: boolean }[];
  readonly hasMore: boolean;
  readonly notes?: readonly string[];
}

const WINDOW = { from: '2028-08-07T09:00', to: '2028-08-07T10:00', timeZone: 'UTC' };
const BUSY = { start: '2028-08-07T09:30:00Z', end: '2028-08-07T09:45:00Z', status: 'busy' } as const;

const room = (name: string, more: Partial<Room> = {}): Room => ({
  ...{ name, address: `${name}@rooms.example`, capacity: 8, wheelchairAccessible: false, tags: [] },
  ...more,
});

/** Calls the tool in an organisation with these rooms; how each address was asked for is counted by calls. */
async function find(rooms: readonly Room[], args: object, schedules: Readonly<Record<string, Partial<Schedule>>> = {}) {
  const asked: number[] = [];
  const ports: Pick<Ports, 'places' | 'schedule'> = {
    places: { listRooms: async () => [...rooms] },
    schedule: {
      meetingTimes: async () => ({ times: [] }),
      schedulesOf: async (_user, { addresses }) => {
        asked.push(addresses.length);
        return addresses.map((address) => ({ address, entries: [], ...schedules[address.split('@')[0] ?? ''] }));
      },
    },
  };
  const tool = TOOLS.find(({ name }) => name === 'calendar_find_rooms');
  if (!tool) throw new Error('There is no such tool.');
  const answer = await tool.execute(tool.input.parse(args), ports as ToolContext);
  if (!('data' in answer)) throw new Error('The tool asked.');
  return { ...(answer.data as unknown as Found), asked };
}

const names = ({ rooms }: Found) => rooms.map(({ name }) => name);

it('gives the smallest room that is large enough first, and none of a size that nobody knows', async () => {
  const rooms = [room('Large', { capacity: 40 }), room('Small', { capacity: 4 }), room('Right'), room('Unknown')];
  const known = rooms.map((one) => (one.name === 'Unknown' ? { ...one, capacity: undefined } : one));
  expect(names(await find(known, { capacity: 6 }))).toEqual(['Right', 'Large']);
  expect(names(await find(known, {}))).toEqual(['Unknown', 'Small', 'Right', 'Large']);
});

it('wants all of the equipment, and the building in any case', async () => {
  const rooms = [
    room('A', { display: 'Screen', building: 'North' }),
    room('B', { display: 'Screen', video: 'Camera' }),
  ];
  expect(names(await find(rooms, { equipment: ['display', 'video'] }))).toEqual(['B']);
  expect(names(await find(rooms, { building: 'north' }))).toEqual(['A']);
});

it.each(['quiet', 'ninth', 'HUDDLE'])('finds a room by %s in what is said of it', async (query) => {
  const rooms = [room('Huddle', { floor: 'Ninth', tags: ['quiet corner'] }), room('Other')];
  expect(names(await find(rooms, { query }))).toEqual(['Huddle']);
});

it('gives free rooms first, then those nobody knows of, then taken ones', async () => {
  const schedules = { Taken: { entries: [BUSY] }, Hidden: { unreadable: 'no_access' } } as const;
  const { rooms } = await find([room('Taken'), room('Hidden'), room('Free')], WINDOW, schedules);
  expect(rooms.map(({ name, free }) => [name, free])).toEqual([
    ['Free', true],
    ['Hidden', undefined],
    ['Taken', false],
  ]);
});

it('asks for twenty calendars at once, and for no more than it needs', async () => {
  const many = Array.from({ length: 60 }, (_, index) => room(`Room${index}`));
  expect(await find(many, { ...WINDOW, limit: 25 })).toMatchObject({ asked: [20, 20], hasMore: true });
  expect((await find(many, { limit: 25 })).asked).toEqual([]);
});

it('says so when it did not look at every room', async () => {
  const many = Array.from({ length: 130 }, (_, index) => room(`Room${index}`));
  const taken = Object.fromEntries(many.map(({ name }) => [name, { entries: [BUSY] }]));
  const { asked, notes } = await find(many, WINDOW, taken);
  expect([asked.length, notes]).toEqual([5, ['Only the 100 smallest rooms were looked at.']]);
});

it('does not guess the other end of a time', async () => {
  expect(await codeOf(find([], { from: WINDOW.from }))).toBe('invalid_arguments');
  expect(await codeOf(find([], { to: WINDOW.to }))).toBe('invalid_arguments');
});
