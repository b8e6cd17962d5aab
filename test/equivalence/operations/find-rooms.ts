import type { FindRooms } from '../cases/calendar.js';
import type { Equivalent } from '../side.js';

interface Rooms {
  readonly rooms: readonly { readonly address: string }[];
}

interface Places {
  readonly value: readonly { readonly emailAddress: string; readonly capacity: number; readonly building: string }[];
}

/** The same rooms, once those that are too small or elsewhere are left out. */
export const findRooms: Equivalent<FindRooms> = {
  throughServer: async ({ capacity, building }, call) =>
    (await call<Rooms>({ capacity, building, limit: 50 })).rooms.map(({ address }) => address).sort(),
  directly: async ({ capacity, building = '' }, ask, { scopes }) => {
    const { value } = await ask<Places>({ path: '/places/microsoft.graph.room' });
    // The tool tells of times as well, and needs what that needs.
    if (!scopes.some((scope) => scope.startsWith('Calendars.'))) await ask({ path: '/me/calendars' });
    return value
      .filter((room) => room.capacity >= capacity && room.building.toLowerCase().includes(building.toLowerCase()))
      .map(({ emailAddress }) => emailAddress)
      .sort();
  },
};
