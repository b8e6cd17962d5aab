import type { Shape } from '../http/shape.js';

/** `dateTimeTimeZone`. */
export const TIME = { dateTime: 'text', timeZone: 'text' } as const satisfies Shape;

/** `timeSlot`. */
export const TIME_SLOT = { start: TIME, end: TIME } as const satisfies Shape;

/** `itemBody`. */
export const BODY = { contentType: 'text', content: 'text' } as const satisfies Shape;

/** `recipient`. */
export const RECIPIENT = { emailAddress: { name: 'text', address: 'text' } } as const satisfies Shape;

/** `location`, of which the name is read. */
export const LOCATION = { displayName: 'text' } as const satisfies Shape;
