import type { Room } from '../../ports/places.port.js';

/** What can be asked to be in a room. */
export const EQUIPMENT = ['display', 'audio', 'video', 'wheelchairAccess'] as const;
export type Equipment = (typeof EQUIPMENT)[number];

export interface RoomRequest {
  readonly capacity?: number;
  readonly equipment: readonly Equipment[];
  readonly building?: string;
  readonly query?: string;
}

/** Whether a room is as wanted; what the organisation does not say of it, it does not have. */
export function fits(room: Room, { capacity = 0, equipment, building = '', query = '' }: RoomRequest): boolean {
  const texts = [room.name, room.building, room.floor, room.display, room.audio, room.video, ...room.tags];
  return (
    (room.capacity ?? 0) >= capacity &&
    equipment.every((one) => equipmentOf(room).includes(one)) &&
    contains(room.building, building) &&
    texts.some((text) => contains(text, query))
  );
}

export function equipmentOf({ display, audio, video, wheelchairAccessible }: Room): Equipment[] {
  const there = { display, audio, video, wheelchairAccess: wheelchairAccessible };
  return EQUIPMENT.filter((one) => there[one]);
}

function contains(text: string | undefined, part: string): boolean {
  return part === '' || (text?.toLowerCase().includes(part.toLowerCase()) ?? false);
}
