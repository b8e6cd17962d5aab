const DAY_MS = 86_400_000;
const SECONDS = 86_400;
/** The first day that is counted right: Lotus 1-2-3 took 1900 for a leap year, and Excel does still. */
const FIRST_OF_MARCH = 61;
/** The day after 9999-12-31. */
const END = 2_958_466;

/** Days since the epoch of the workbook as a date, with its time where it has one; undefined for what Excel cannot show. */
export function dateTime(serial: number, since1904: boolean): string | undefined {
  if (serial < 0 || serial >= END) return undefined;
  if (serial < 1 && !since1904) return timeOfDay(serial);
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < FIRST_OF_MARCH ? 31 : 30);
  const date = new Date(epoch + Math.round(serial * SECONDS) * 1_000);
  const text = date.toISOString().slice(0, 19);
  return date.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text;
}

/** The time of the day, whatever the day. */
export function timeOfDay(serial: number): string | undefined {
  if (serial < 0) return undefined;
  const seconds = Math.round((serial % 1) * SECONDS) % SECONDS;
  return new Date(seconds * 1_000).toISOString().slice(11, 19);
}
