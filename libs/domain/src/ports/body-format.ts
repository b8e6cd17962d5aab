/** What the body of a message or an event is written in: HTML comes also where plain text was asked for. */
export type BodyFormat = 'text' | 'html';
