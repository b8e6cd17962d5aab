/** `Prefer` for mail: ids that stay when a message moves or is sent. */
export const PREFER_MAIL = 'IdType="ImmutableId"';

/** The same with bodies as plain text. */
export const PREFER_TEXT = `${PREFER_MAIL}, outlook.body-content-type="text"`;
