import { dateTime, timeOfDay } from './dates.js';
import { duration } from './durations.js';
import { sectionFor, type Section } from './sections.js';

/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/** A number as a person reads it in a format: date, time, duration, percent, or just the number. */
export function shown(value: string, format: string, since1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const section = sectionFor(format, number);
  switch (section.kind) {
    case 'percent':
      return `${plain(number * 100)}%`;
    case 'duration':
      return duration(number, section);
    case 'date':
    case 'time':
      return asTime(number, section, since1904) ?? plain(number);
    case 'number':
      return plain(number);
  }
}

function asTime(number: number, { kind }: Section, since1904: boolean): string | undefined {
  return kind === 'time' ? timeOfDay(number) : dateTime(number, since1904);
}

function plain(number: number): string {
  return String(Number(number.toPrecision(PRECISION)));
}
