import type { Mailbox } from '../mailbox/mailbox.js';
import type { CalendarItem, EventFields, EventInstance, Override, ResponseStatus } from './model.js';

/** Keeps a new version of an item. */
export function save(mailbox: Mailbox, item: CalendarItem, now: Date): CalendarItem {
  const saved = { ...item, version: item.version + 1, modifiedAt: now.toISOString() };
  mailbox.items.set(item.id, saved);
  return saved;
}

/** The item without one of its dates. */
export function withoutOccurrence(item: CalendarItem, date: string): CalendarItem {
  return withOverride(item, date, { kind: 'removed' });
}

/** What an exception says differently. */
export interface ExceptionChange {
  readonly fields?: Partial<EventFields>;
  readonly response?: ResponseStatus;
  readonly isCancelled?: boolean;
}

/** The item with one date changed, on top of what was changed there before. */
export function withException(item: CalendarItem, date: string, change: ExceptionChange): CalendarItem {
  const before = item.overrides.get(date);
  const kept = before?.kind === 'exception' ? before : undefined;
  return withOverride(item, date, {
    kind: 'exception',
    fields: { ...kept?.fields, ...change.fields },
    response: change.response ?? kept?.response,
    isCancelled: change.isCancelled ?? kept?.isCancelled ?? false,
  });
}

/** Changes the whole item or, for an occurrence, only its date. */
export function withChange({ item, occurrence }: EventInstance, change: ExceptionChange): CalendarItem {
  if (occurrence !== undefined) return withException(item, occurrence, change);
  const { fields, response = item.response, isCancelled = item.isCancelled } = change;
  return { ...item, fields: { ...item.fields, ...fields }, response, isCancelled };
}

function withOverride(item: CalendarItem, date: string, override: Override): CalendarItem {
  return { ...item, overrides: new Map([...item.overrides, [date, override]]) };
}
