import type { Location } from './model.js';
import { readEnum, readObject, readText, refuseUnknown } from './read-values.js';

const TYPES = [
  'default',
  'conferenceRoom',
  'homeAddress',
  'businessAddress',
  'geoCoordinates',
  'streetAddress',
  'hotel',
  'restaurant',
  'localBusiness',
  'postalAddress',
] as const;
const KEPT = ['locationEmailAddress', 'locationUri', 'address', 'coordinates'] as const;
const PROPERTIES = ['displayName', 'locationType', 'uniqueId', 'uniqueIdType', ...KEPT];

/** Reads `location` and gives it what Outlook adds: an id of its own that is just its name. */
export function readLocation(value: unknown): Location {
  if (value === null) return toLocation('');
  const input = readObject(value, 'microsoft.graph.location');
  refuseUnknown(input, PROPERTIES, 'microsoft.graph.location');
  const kept = KEPT.filter((name) => input[name] !== undefined && input[name] !== null);
  return {
    ...toLocation(readText(input['displayName'] ?? null)),
    locationType: readEnum(input['locationType'] ?? 'default', TYPES),
    ...Object.fromEntries(kept.map((name) => [name, input[name]])),
  };
}

export function toLocation(displayName: string): Location {
  if (displayName === '')
    return { displayName, locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} };
  return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' };
}
