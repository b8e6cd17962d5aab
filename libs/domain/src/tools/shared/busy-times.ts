import type { ShowAs, TimeSlot } from '../../time/event-time.js';
import type { TakenTime } from '../../ports/schedule.port.js';

/** From least to most occupied. Who is free or works elsewhere can be met. */
const OCCUPIED: readonly ShowAs[] = ['tentative', 'unknown', 'busy', 'oof'];

/** The occupied times of a range, ordered and apart from each other: of overlapping entries the most occupied counts. */
export function busyTimes(entries: readonly TakenTime[], range: TimeSlot): readonly TakenTime[] {
  const occupied = entries
    .map(({ start, end, status }) => ({ status, from: clip(start, range), to: clip(end, range) }))
    .filter(({ status, from, to }) => OCCUPIED.includes(status) && from < to);
  const edges = [...new Set(occupied.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const pieces = edges.flatMap((from, index) => {
    const covering = occupied.filter((entry) => entry.from <= from && entry.to > from).map(({ status }) => status);
    const status = OCCUPIED.findLast((candidate) => covering.includes(candidate));
    return status ? [{ status, from, to: edges[index + 1] ?? from }] : [];
  });
  return pieces.reduce<readonly Piece[]>(joined, []).map(toTakenTime);
}

interface Piece {
  readonly status: ShowAs;
  readonly from: number;
  readonly to: number;
}

function clip(instant: string, { start, end }: TimeSlot): number {
  return Math.min(Math.max(Date.parse(instant), Date.parse(start)), Date.parse(end));
}

function joined(pieces: readonly Piece[], next: Piece): readonly Piece[] {
  const last = pieces.at(-1);
  if (last?.to !== next.from || last.status !== next.status) return [...pieces, next];
  return [...pieces.slice(0, -1), { ...last, to: next.to }];
}

function toTakenTime({ status, from, to }: Piece): TakenTime {
  return { status, start: new Date(from).toISOString(), end: new Date(to).toISOString() };
}
