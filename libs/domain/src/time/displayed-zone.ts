/** `(UTC+01:00) Amsterdam, Berlin`, `(GMT-05:00) Eastern Time (US & Canada)`: as Windows and Outlook list zones for people. */
const LISTED = /^\((?:UTC|GMT)(?<offset>[+-]\d\d:\d\d)?\) ?(?<places>[^\n]{2,150})$/i;
const OF_THE_STATES = /^(?<name>[a-z]+) Time \((?:US & Canada|USA & Canada)\)$/i;
const REGIONS = ['Europe', 'Asia', 'Africa', 'America', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

/** What a zone that is listed for people shows: its offset in winter, and the names it may have. */
export interface DisplayedZone {
  readonly offset: string;
  /** Windows and IANA names, the first that is one is meant. */
  readonly names: readonly string[];
}

/** Undefined for anything but an entry of such a list. */
export function displayedZone(text: string): DisplayedZone | undefined {
  const { offset = '+00:00', places } = LISTED.exec(text)?.groups ?? {};
  if (places === undefined) return undefined;
  const state = OF_THE_STATES.exec(places)?.groups?.['name'];
  if (state !== undefined) return { offset, names: [`${state} Standard Time`] };
  const cities = places.split(',').map((city) => city.trim().replaceAll(' ', '_'));
  return { offset, names: [places, ...cities.flatMap((city) => REGIONS.map((region) => `${region}/${city}`))] };
}
