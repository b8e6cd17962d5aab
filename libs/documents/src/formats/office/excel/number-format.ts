import { dateTime, timeOfDay } from './dates.js';
import { decimalsOf, duration } from './durations.js';
import { fixed } from './fixed-digits.js';
import { type Section, sectionFor } from './sections.js';
import { withUnit } from './unit.js';

/** Days; what a format of days and hours shows of more of them is a date. */
const MONTH = 32;
/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/** A number as a person reads it in a format: date, time, duration, percent, or the number with its unit. */
export function shown(value: string, format: string, since1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const section = sectionFor(format, number);
  switch (section.kind) {
    case 'percent':
      return withUnit(`${plain(number * 100)}%`, section);
    case 'days':
      return number < MONTH ? duration(number, section) : (asTime(number, section, since1904) ?? plain(number));
    case 'duration':
      return duration(number, section);
    case 'date':
    case 'time':
      return asTime(number, section, since1904) ?? plain(number);
    case 'number':
      return fixed(number, section) ?? withUnit(plain(number), section);
  }
}

function asTime(number: number, { kind, tokens }: Section, since1904: boolean): string | undefined {
  const decimals = decimalsOf(tokens);
  return kind === 'time' ? timeOfDay(number, decimals) : dateTime(number, since1904, decimals);
}

function plain(number: number): string {
  return String(Number(number.toPrecision(PRECISION)));
}
