import type { EmailAddress, ItemBody } from '../calendar/model.js';
import {
  type JsonObject,
  readBoolean,
  readEnum,
  readList,
  readObject,
  readText,
  refuseUnknown,
} from '../calendar/read-values.js';
import { unreadableBody, validationFailure } from '../errors.js';
import { MESSAGE_PROPERTIES } from './message-properties.js';
import type { MessageFields } from './model.js';

const MESSAGE = 'Microsoft.OutlookServices.Message';

const READERS: { readonly [Name in keyof MessageFields]: (value: unknown) => MessageFields[Name] } = {
  subject: (value) => readText(value).slice(0, 255),
  body: readBody,
  from: (value) => (value === null ? null : readRecipient(value)),
  toRecipients: readRecipients,
  ccRecipients: readRecipients,
  bccRecipients: readRecipients,
  replyTo: readRecipients,
  categories: (value) => readList(value, 'Edm.String').map(readText),
  importance: (value) => readEnum(value, ['low', 'normal', 'high']),
  isRead: readBoolean,
  flagStatus: (value) =>
    readEnum(readObject(value, 'microsoft.graph.followupFlag')['flagStatus'], ['notFlagged', 'complete', 'flagged']),
};

/** Named otherwise in JSON than where they are kept. */
const JSON_NAMES: Readonly<Record<string, string>> = { flagStatus: 'flag' };

/** @throws GraphError when the body is not a message */
export function readMessage(body: unknown): Partial<MessageFields> {
  if (body === undefined) throw unreadableBody('Empty Payload. JSON content expected.');
  const message = readObject(body, MESSAGE);
  refuseUnknown(message, [...MESSAGE_PROPERTIES, 'attachments', 'internetMessageHeaders', 'extensions'], MESSAGE);
  const given = Object.entries(READERS)
    .map(([name, read]) => [name, read, valueOf(message, name)] as const)
    .filter(([, , value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, read, value]) => [name, read(value)]));
}

export function readRecipients(value: unknown): EmailAddress[] {
  return readList(value, 'microsoft.graph.recipient').map(readRecipient);
}

function valueOf(message: JsonObject, name: string): unknown {
  return message[JSON_NAMES[name] ?? name];
}

function readRecipient(value: unknown): EmailAddress {
  const { emailAddress } = readObject(value, 'microsoft.graph.recipient');
  const { name, address } = readObject(emailAddress, 'microsoft.graph.emailAddress');
  if (address === undefined || address === null) throw validationFailure();
  return { name: readText(name ?? null) || readText(address), address: readText(address) };
}

function readBody(value: unknown): ItemBody {
  if (value === null) return { contentType: 'html', content: '' };
  const { contentType, content } = readObject(value, 'microsoft.graph.itemBody');
  return {
    contentType: readEnum(contentType || 'text', ['text', 'html']),
    content: readText(content ?? null),
  };
}
