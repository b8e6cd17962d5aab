const DAY_MS = 86_400_000;
const SECONDS = 86_400;
/** The first day that is counted right: Lotus 1-2-3 took 1900 for a leap year, and Excel does still. */
const FIRST_OF_MARCH = 61;
/** The day after 9999-12-31. */
const END = 2_958_466;

/** Days since the epoch of the workbook as a date, with its time where it has one; undefined for what Excel cannot show. */
export function dateTime(serial: number, since1904: boolean, decimals = 0): string | undefined {
  if (serial < 0 || serial >= END) return undefined;
  if (serial < 1 && !since1904) return timeOfDay(serial, decimals);
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < FIRST_OF_MARCH ? 31 : 30);
  const date = new Date(epoch + milliseconds(serial, decimals));
  const text = date.toISOString().slice(0, lengthOf(decimals));
  return date.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text;
}

/** The time of the day, whatever the day. */
export function timeOfDay(serial: number, decimals = 0): string | undefined {
  if (serial < 0) return undefined;
  const time = new Date(milliseconds(serial % 1, decimals) % DAY_MS);
  return time.toISOString().slice(11, lengthOf(decimals));
}

/** Rounded to what is shown of the seconds. */
function milliseconds(serial: number, decimals: number): number {
  const step = 10 ** (3 - Math.min(decimals, 3));
  return Math.round((serial * SECONDS * 1_000) / step) * step;
}

/** Characters of a time in ISO 8601 with that many digits behind the point. */
function lengthOf(decimals: number): number {
  return decimals === 0 ? 19 : 20 + Math.min(decimals, 3);
}
