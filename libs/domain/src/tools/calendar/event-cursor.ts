import { z } from 'zod';
import { DomainError } from '../../errors.js';
import type { EventPosition } from '../../ports/calendar.port.js';
import type { TimeSlot } from '../../ports/event-time.js';

const position = z.strictObject({ start: z.iso.datetime(), id: z.string().max(1024) });

/** A page's end as an opaque string. It holds a position and no credential: a forged one only moves its forger in their own calendar. */
export function writeCursor(after: EventPosition): string {
  return btoa(JSON.stringify(after)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws DomainError `invalid_arguments` when it is not a cursor of this range */
export function readCursor(cursor: string, range: TimeSlot): EventPosition {
  const read = position.safeParse(decode(cursor));
  if (read.success && read.data.start < range.end) return read.data;
  throw new DomainError('invalid_arguments', '"cursor" does not belong to this range.', {
    userAction:
      'Pass the cursor of the previous page unchanged with the same from, to and timeZone, or start again without it.',
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
