export { instantsOf } from './instants-of.js';
export { datesOf } from './recurrence-dates.js';
export { toIanaZone, toWindowsZone, zoneOrUndefined } from './zone.js';
