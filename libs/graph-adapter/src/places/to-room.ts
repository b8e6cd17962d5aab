import type { Room } from '@app/domain';
import type { Room as GraphRoom } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';

/** All that is read of a room. */
export const ROOM_FIELDS = [
  ...['displayName', 'emailAddress', 'capacity', 'building', 'floorLabel', 'floorNumber', 'displayDeviceName'],
  ...['audioDeviceName', 'videoDeviceName', 'isWheelChairAccessible', 'tags'],
] as const;

const SHAPE = {
  displayName: 'text',
  emailAddress: 'text',
  capacity: 'number',
  building: 'text',
  floorLabel: 'text',
  floorNumber: 'number',
  displayDeviceName: 'text',
  audioDeviceName: 'text',
  videoDeviceName: 'text',
  isWheelChairAccessible: 'flag',
  tags: ['text'],
} as const satisfies Shape;

/**
 * Graph's room as the domain knows it.
 * @throws DomainError `temporarily_unavailable` for one without an address, which nobody could book
 */
export const toRoom = documented('a room', SHAPE, readRoom);

function readRoom(room: GraphRoom): Room {
  if (!room.emailAddress) throw unreadable('a room without an address');
  return {
    name: room.displayName ?? room.emailAddress,
    address: room.emailAddress,
    capacity: room.capacity ?? undefined,
    building: room.building || undefined,
    floor: room.floorLabel || room.floorNumber?.toString(),
    display: room.displayDeviceName || undefined,
    audio: room.audioDeviceName || undefined,
    video: room.videoDeviceName || undefined,
    wheelchairAccessible: room.isWheelChairAccessible ?? false,
    tags: room.tags ?? [],
  };
}
