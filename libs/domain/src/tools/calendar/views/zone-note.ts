import { offsetNote } from '../../../time/local-time.js';

/** What to say where a zone was named and one of the times has the offset of another. */
export function zoneNote(
  named: string | undefined,
  timeZone: string,
  times: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (named === undefined) return undefined;
  const notes = Object.entries(times).map(([name, text]) => offsetNote(name, text, timeZone));
  return notes.find((note) => note !== undefined);
}
