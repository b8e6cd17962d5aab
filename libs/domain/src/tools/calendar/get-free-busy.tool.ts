import { z } from 'zod';
import type { Schedule, TakenTime, UnreadableSchedule } from '../../ports/schedule.port.js';
import { inZone } from '../../time/local-time.js';
import { toRange } from '../../time/range.js';
import { defineTool } from '../../tool/tool.js';
import { addressesInput } from '../shared/address-input.js';
import { skippedNote } from '../shared/skipped-note.js';
import { notesOf } from '../shared/notes.js';
import { busyTimes } from '../shared/busy-times.js';
import { fromInput, readOnly, timeZoneInput, toInput } from '../shared/inputs.js';
import { assertShort } from '../shared/short-range.js';
import { withoutRepeats } from './shared/without-repeats.js';
import { zoneForReading } from '../shared/zone-of.js';

const REASONS: Readonly<Record<UnreadableSchedule, string>> = {
  unknown_address: 'no mailbox of this address is known',
  no_access: 'free and busy times are not shown to the signed-in person',
  too_many_entries: 'too many entries at once: ask for fewer days',
  unavailable: 'the calendar could not be read: an unknown address, or one of another organisation',
};

const busyTime = z.object({
  start: z.string(),
  end: z.string(),
  status: z.enum(['tentative', 'oof', 'unknown']).describe('Absent if busy').optional(),
});

export const getFreeBusy = defineTool({
  name: 'calendar_get_free_busy',
  title: 'Get free and busy times',
  description:
    'Busy times of up to 20 people, by e-mail address; overlaps are merged. At all other times they are free or working elsewhere. People whose calendar cannot be read are listed with the reason.',
  toolset: 'calendar',
  input: z.strictObject({
    addresses: addressesInput.min(1).max(20).describe('E-mail addresses'),
    from: fromInput,
    to: toInput,
    timeZone: timeZoneInput,
  }),
  output: z.object({
    timeZone: z.string(),
    people: z.array(z.object({ address: z.string(), busy: z.array(busyTime) })),
    unreadable: z.array(z.object({ address: z.string(), reason: z.string() })).optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadBasic'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ addresses, from, to, timeZone: named }, context) {
    const { timeZone, note } = await zoneForReading(named, context);
    const range = assertShort(toRange(from, to, timeZone));
    const schedules = await context.schedule.schedulesOf(context.user, {
      addresses: withoutRepeats(addresses),
      range,
      timeZone,
    });
    const people = schedules
      .filter(({ unreadable }) => unreadable === undefined)
      .map(({ address, entries }) => ({
        address,
        busy: busyTimes(entries, range).map((time) => toBusyTime(time, timeZone)),
      }));
    const unreadable = schedules.flatMap(toUnreadable);
    return {
      data: {
        timeZone,
        people,
        unreadable: unreadable.length > 0 ? unreadable : undefined,
        notes: notesOf(note, ...schedules.map(oddEntries)),
      },
      summary: 'People without busy times are free the whole time.',
    };
  },
});

function toBusyTime({ start, end, status }: TakenTime, timeZone: string): z.input<typeof busyTime> {
  const special = busyTime.shape.status.safeParse(status).data;
  return { start: inZone(start, timeZone), end: inZone(end, timeZone), status: special };
}

function oddEntries({ address, skipped }: Schedule): string | undefined {
  const note = skippedNote(skipped, 'entries');
  return note && `${address}: ${note} They may be busy at other times, too.`;
}

function toUnreadable({ address, unreadable }: Schedule): { address: string; reason: string }[] {
  return unreadable ? [{ address, reason: REASONS[unreadable] }] : [];
}
