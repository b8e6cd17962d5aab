/**
 * `Prefer` for calendar reads. Times are asked for in UTC, the one zone in which no hour happens twice; immutable ids
 * stay when an item moves between folders.
 */
export const PREFER_EVENTS = 'IdType="ImmutableId", outlook.timezone="UTC"';

/** The same with bodies as plain text. */
export const PREFER_TEXT_BODY = `${PREFER_EVENTS}, outlook.body-content-type="text"`;
