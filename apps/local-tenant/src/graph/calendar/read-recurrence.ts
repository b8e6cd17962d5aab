import { validationFailure } from '../errors.js';
import { ianaZone } from '../time/zones.js';
import { readEnum, readInteger, readList, readObject, readText, refuseUnknown } from './read-values.js';
import {
  DAYS,
  INDEXES,
  PATTERN_TYPES,
  RANGE_TYPES,
  type DayOfWeek,
  type Recurrence,
  type RecurrencePattern,
  type RecurrenceRange,
} from './recurrence-model.js';

const NO_DATE = '0001-01-01';
const PATTERN_PROPERTIES = ['type', 'interval', 'month', 'dayOfMonth', 'daysOfWeek', 'firstDayOfWeek', 'index'];
const RANGE_PROPERTIES = ['type', 'startDate', 'endDate', 'recurrenceTimeZone', 'numberOfOccurrences'];

/** Reads `patternedRecurrence`; `zone` is where the series stays when its range does not say. */
export function readRecurrence(value: unknown, zone: string): Recurrence | null {
  if (value === null) return null;
  const recurrence = readObject(value, 'microsoft.graph.patternedRecurrence');
  return { pattern: readPattern(recurrence['pattern']), range: readRange(recurrence['range'], zone) };
}

function readPattern(value: unknown): RecurrencePattern {
  const input = readObject(value, 'microsoft.graph.recurrencePattern');
  refuseUnknown(input, PATTERN_PROPERTIES, 'microsoft.graph.recurrencePattern');
  const pattern: RecurrencePattern = {
    type: readEnum(input['type'], PATTERN_TYPES),
    interval: readInteger(input['interval'] ?? 1, 1, 999),
    month: readInteger(input['month'] ?? 0, 0, 12),
    dayOfMonth: readInteger(input['dayOfMonth'] ?? 0, 0, 31),
    daysOfWeek: readDays(input['daysOfWeek'] ?? []),
    firstDayOfWeek: readEnum(input['firstDayOfWeek'] ?? 'sunday', DAYS),
    index: readEnum(input['index'] ?? 'first', INDEXES),
  };
  if (!isWhole(pattern)) throw validationFailure();
  return pattern;
}

function readDays(value: unknown): DayOfWeek[] {
  return [...new Set(readList(value, 'microsoft.graph.dayOfWeek').map((day) => readEnum(day, DAYS)))];
}

/** What each type needs besides its interval: the documentation of `recurrencePattern`. */
function isWhole({ type, daysOfWeek, dayOfMonth, month }: RecurrencePattern): boolean {
  if (type.endsWith('Yearly') && month === 0) return false;
  if (type.startsWith('absolute')) return dayOfMonth > 0;
  return type === 'daily' || daysOfWeek.length > 0;
}

function readRange(value: unknown, zone: string): RecurrenceRange {
  const input = readObject(value, 'microsoft.graph.recurrenceRange');
  refuseUnknown(input, RANGE_PROPERTIES, 'microsoft.graph.recurrenceRange');
  const type = readEnum(input['type'], RANGE_TYPES);
  const recurrenceTimeZone = readText(input['recurrenceTimeZone'] ?? '') || zone;
  ianaZone(recurrenceTimeZone);
  const range: RecurrenceRange = {
    type,
    startDate: readDate(input['startDate']),
    endDate: type === 'endDate' ? readDate(input['endDate']) : NO_DATE,
    recurrenceTimeZone,
    numberOfOccurrences: type === 'numbered' ? readInteger(input['numberOfOccurrences'], 1, 999) : 0,
  };
  if (type === 'endDate' && range.endDate < range.startDate) throw validationFailure();
  return range;
}

function readDate(value: unknown): string {
  const text = readText(value ?? null);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) !== text) {
    throw validationFailure();
  }
  return text;
}
