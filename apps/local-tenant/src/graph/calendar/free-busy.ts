import type { Mailbox } from '../mailbox/mailbox.js';
import { instantOf } from '../time/zoned-time.js';
import { calendarView } from './event-list.js';
import type { Window } from './instances.js';
import type { EventInstance } from './model.js';

/** From free to most occupied. */
const STATUSES = ['free', 'workingElsewhere', 'tentative', 'busy', 'oof'] as const;

/** Digits of `availabilityView`. */
const DIGITS: Readonly<Record<string, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

const DAY_MS = 86_400_000;

/** One entry of somebody's default calendar with the instants it takes there. */
export interface BusyTime extends Window {
  readonly instance: EventInstance;
  readonly status: string;
}

/** What the default calendar has in the window; all-day events run from midnight to midnight of the zone. */
export function busyTimes(mailbox: Mailbox, window: Window, zone: string): BusyTime[] {
  const wide = { startMs: window.startMs - DAY_MS, endMs: window.endMs + DAY_MS };
  return calendarView(mailbox, wide, mailbox.defaultCalendar.id)
    .map((instance) => ({ instance, status: instance.fields.showAs, ...boundsIn(instance, zone) }))
    .filter(({ startMs, endMs }) => startMs < window.endMs && endMs > window.startMs);
}

/** The most occupied status that any entry has in the window. */
export function statusIn(times: readonly BusyTime[], { startMs, endMs }: Window): string {
  const found = times.filter((time) => time.startMs < endMs && time.endMs > startMs).map(({ status }) => status);
  return STATUSES.findLast((status) => found.includes(status)) ?? 'free';
}

/** One digit for each interval of the window. */
export function availabilityView(times: readonly BusyTime[], { startMs, endMs }: Window, minutes: number): string {
  const step = minutes * 60_000;
  const count = Math.ceil((endMs - startMs) / step);
  return Array.from({ length: count }, (_, index) => {
    const from = startMs + index * step;
    return DIGITS[statusIn(times, { startMs: from, endMs: Math.min(from + step, endMs) })] ?? '0';
  }).join('');
}

function boundsIn({ fields, startMs, endMs }: EventInstance, zone: string): Window {
  if (!fields.isAllDay) return { startMs, endMs };
  return {
    startMs: instantOf({ local: fields.start.local, zone }),
    endMs: instantOf({ local: fields.end.local, zone }),
  };
}
