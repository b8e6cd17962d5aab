import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import { toRange } from '../../time/range.js';
import { defineTool } from '../../tool/tool.js';
import { fromInput, readOnly, timeZoneInput, toInput } from '../shared/inputs.js';
import { assertShort } from '../shared/short-range.js';
import { zoneForReading } from '../shared/zone-of.js';
import { notesOf } from '../shared/notes.js';
import { unreachableNote } from '../shared/skipped-note.js';
import { withAvailability } from './room-availability.js';
import { EQUIPMENT, fits } from './room-filter.js';
import { roomView, toView } from './room-view.js';

export const findRooms = defineTool({
  name: 'calendar_find_rooms',
  title: 'Find meeting rooms',
  description:
    'Finds meeting rooms by size, place and equipment, smallest match first; with from and to, free rooms first. To book a room, invite its address.',
  toolset: 'rooms',
  input: z.strictObject({
    capacity: z.int().min(1).max(10_000).describe('Minimum number of seats').optional(),
    equipment: z.array(z.enum(EQUIPMENT)).max(EQUIPMENT.length).describe('A room must have all of these').default([]),
    building: z.string().min(1).max(100).describe('Name of the building').optional(),
    query: z
      .string()
      .min(1)
      .max(100)
      .describe('Only rooms whose name, building, floor or tags contain this text')
      .optional(),
    from: fromInput.optional(),
    to: toInput.optional(),
    timeZone: timeZoneInput,
    limit: z.int().min(1).max(50).describe('Maximum number of rooms').default(10),
  }),
  output: z.object({
    timeZone: z.string().describe('Zone of from and to').optional(),
    rooms: z.array(roomView),
    hasMore: z.boolean().describe('true: more rooms match; narrow the search or raise limit'),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Place.Read.All', 'Calendars.ReadBasic'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ from, to, timeZone: named, limit, ...wanted }, context) {
    const window = await windowOf(from, to, () => zoneForReading(named, context));
    const all = await context.places.listRooms(context.user);
    const fitting = all.filter((room) => fits(room, wanted));
    const ordered = fitting.sort((one, other) => (one.capacity ?? 0) - (other.capacity ?? 0));
    const { rooms, notes } = await withAvailability(ordered, limit, window, context);
    const shown = rooms.map(toView);
    return {
      data: {
        timeZone: window?.timeZone,
        rooms: shown,
        hasMore: fitting.length > shown.length,
        notes: notesOf(window?.note, unreachableNote(all.skipped, 'rooms'), ...notes),
      },
      summary: shown.length > 0 ? undefined : 'No room matches.',
    };
  },
});

/** The time that rooms must be free, in a zone; none when nothing was said of it. */
async function windowOf(
  from: string | undefined,
  to: string | undefined,
  zone: () => Promise<{ readonly timeZone: string; readonly note?: string }>,
) {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    throw new DomainError('invalid_arguments', '"from" and "to" must be given together.', {
      userAction: 'Give both to see which rooms are free then, or give neither.',
    });
  }
  const { timeZone, note } = await zone();
  return { range: assertShort(toRange(from, to, timeZone)), timeZone, note };
}
