import { type Call, idIn, last } from './use-case.js';

/** Events of the next two weeks with these words. */
export const findEvent = (query: string): Call => [
  'calendar_list_events',
  (_said, { day }) => ({ from: day(0), to: day(14), query }),
];

/** A change of the event that was found last. */
export const withEvent = (tool: string, args: object): Call => [
  tool,
  (said) => ({ eventId: idIn(last(said).events), ...args }),
];

/** The newest message that this finds. */
export const findMail = (args: object): Call => ['mail_search', () => ({ limit: 1, ...args })];

/** Something done with the message that was found last. */
export const withMail = (tool: string, args: object): Call => [
  tool,
  (said) => ({ messageId: idIn(last(said).messages), ...args }),
];

/** The attachment of that name, of the message that was found before its attachments were shown. */
export const openAttachment = (name: string): Call => [
  'mail_get_attachment',
  (said) => ({
    messageId: idIn(last(said, 1).messages),
    attachmentId: idIn(last(said).attachments.filter((attachment) => attachment.name === name)),
  }),
];

/** The same with all the messages that were found. */
export const organize = (args: object): Call => [
  'mail_organize',
  (said) => ({ messageIds: last(said).messages.map(({ id }) => id), ...args }),
];

/** The draft that was answered last is sent, or shown with `dryRun`. */
export const send = (args: object = {}): Call => [
  'mail_send_draft',
  (said) => ({ messageId: last(said).messageId, ...args }),
];

/** What lies in a folder of the drive, by its path from the top. */
export const openFile = (path: string): Call => ['files_get_item', () => ({ path })];

/** Something done with the file or folder that was answered last. */
export const withItem = (tool: string, args: object = {}): Call => [
  tool,
  (said) => ({ itemId: last(said).item.itemId, ...args }),
];
