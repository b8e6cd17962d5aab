import { createHash } from 'node:crypto';
import type { TenantUser } from '../../directory/types.js';

/** A meeting room: a mailbox that people invite, and what is known of the place. */
export interface RoomRecord {
  readonly account: TenantUser;
  readonly building: string;
  readonly floorNumber: number;
  readonly capacity: number;
  readonly displayDeviceName: string | null;
  readonly audioDeviceName: string | null;
  readonly videoDeviceName: string | null;
  readonly isWheelChairAccessible: boolean;
  readonly tags: readonly string[];
}

type Row = readonly [name: string, building: string, floor: number, capacity: number, equipment: string];

/** Equipment: d(isplay), a(udio), v(ideo), w(heelchair access). */
const ROWS: readonly Row[] = [
  ['Room Nansen', 'Polar House', 1, 8, 'davw'],
  ['Room Amundsen', 'Polar House', 2, 4, 'd'],
  ['Room Wegener', 'Polar House', 2, 12, 'dv'],
  ['Booth Kelvin', 'Harbour Annex', 0, 2, ''],
  ['Hall Humboldt', 'Harbour Annex', 1, 40, 'davw'],
];

/** The same rooms for each organisation, with addresses of its domain. */
export function roomsOf(users: readonly TenantUser[]): readonly RoomRecord[] {
  const byTenant = new Map(users.filter(({ userType }) => userType === 'Member').map((user) => [user.tenantId, user]));
  return [...byTenant.values()].flatMap((user) => ROWS.map((row) => toRoom(row, user)));
}

function toRoom([name, building, floorNumber, capacity, equipment]: Row, { tenantId, mail, timeZone }: TenantUser) {
  const address = `${name.toLowerCase().replace(' ', '-')}@${mail.split('@')[1] ?? 'local.invalid'}`;
  const device = (letter: string, model: string) => (equipment.includes(letter) ? model : null);
  return {
    account: accountOf(name, address, tenantId, timeZone),
    building,
    floorNumber,
    capacity,
    displayDeviceName: device('d', 'Wall screen'),
    audioDeviceName: device('a', 'Ceiling microphone'),
    videoDeviceName: device('v', 'Room camera'),
    isWheelChairAccessible: equipment.includes('w'),
    tags: capacity > 20 ? ['events'] : [],
  };
}

function accountOf(name: string, address: string, tenantId: string, timeZone: string): TenantUser {
  const digest = createHash('sha256').update(`${tenantId}/${address}`).digest('hex');
  const id = [8, 4, 4, 4, 12].map((length, index) => digest.slice(index * 12, index * 12 + length)).join('-');
  const names = { displayName: name, givenName: name, surname: '', mail: address, userPrincipalName: address };
  const rest = { jobTitle: '', timeZone, userType: 'Member', appRoles: [] } as const;
  return { id, tenantId, key: address, ...names, ...rest };
}
