import { z } from 'zod';
import { UNTRUSTED } from '../shared/inputs.js';
import type { RatedRoom } from './room-availability.js';
import { EQUIPMENT, equipmentOf } from './room-filter.js';

/** What is shown of a room. */
export const roomView = z
  .object({
    name: z.string(),
    address: z.string(),
    free: z.boolean().describe('Free for the whole range; absent if unknown').optional(),
    capacity: z.number().optional(),
    building: z.string().optional(),
    floor: z.string().optional(),
    equipment: z.array(z.enum(EQUIPMENT)),
  })
  .describe(UNTRUSTED);

export function toView(room: RatedRoom): z.input<typeof roomView> {
  const { name, address, free, capacity, building, floor } = room;
  return { name, address, free, capacity, building, floor, equipment: equipmentOf(room) };
}
