import { type JsonObject, readEnum, readList, readObject } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import type { MailboxSettings } from './settings.js';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DELIVERIES = ['sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'];

/** How each property that can be changed is read; what is not named of an object stays as it is. */
const READERS: Readonly<Record<string, (value: unknown, before: unknown) => unknown>> = {
  automaticRepliesSetting: (value, before) =>
    merged(before, value, {
      status: (one) => readEnum(one, ['disabled', 'alwaysEnabled', 'scheduled']),
      externalAudience: (one) => readEnum(one, ['none', 'contactsOnly', 'all']),
    }),
  workingHours: (value, before) =>
    merged(before, value, { daysOfWeek: (one) => readList(one, 'dayOfWeek').map((day) => readEnum(day, DAYS)) }),
  delegateMeetingMessageDeliveryOptions: (value) => readEnum(value, DELIVERIES),
  language: (value, before) => merged(before, value, {}),
  timeZone: (value) => value,
  dateFormat: (value) => value,
  timeFormat: (value) => value,
};

/** @throws GraphError for a property that cannot be changed or has no such value */
export function readSettings(body: object, before: MailboxSettings): Partial<MailboxSettings> {
  const changes = Object.entries(body).filter(([name]) => !name.startsWith('@odata.'));
  const read = changes.map(([name, value]) => {
    const reader = READERS[name];
    if (!reader) throw badRequest('ErrorInvalidProperty', `The property '${name}' cannot be set.`);
    return [name, reader(value, before[name as keyof MailboxSettings])];
  });
  return Object.fromEntries(read) as Partial<MailboxSettings>;
}

function merged(before: unknown, value: unknown, readers: Readonly<Record<string, (value: unknown) => unknown>>) {
  const given: JsonObject = readObject(value, 'mailboxSettings');
  const read = Object.entries(given).map(([name, one]) => [name, readers[name]?.(one) ?? one]);
  return { ...(before as object), ...Object.fromEntries(read) };
}
