import { badRequest } from '../errors.js';
import { type GraphReply, type GraphRequest, ok } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { contextUrl } from '../odata/context-url.js';
import type { Resource } from '../odata/select.js';
import { atZone, instantOf, toDateTimeTimeZone } from '../time/zoned-time.js';
import { type BusyTime, availabilityView, busyTimes } from './free-busy.js';
import type { Window } from './instances.js';
import { readTime } from './read-event.js';
import { lowerCased, readCount, readList, readText } from './read-values.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 62;
const MOST_SCHEDULES = 20;

interface Asked {
  readonly addresses: readonly string[];
  readonly window: Window;
  readonly zone: string;
  readonly minutes: number;
}

/** Free and busy times of people by address; details only of one's own calendar and of shared ones. */
export function getSchedule(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const asked = readAsked(request.body);
  return ok({
    '@odata.context': contextUrl(request.url.origin, 'Collection(microsoft.graph.scheduleInformation)'),
    value: asked.addresses.map((address) => scheduleOf(mailboxes, request, asked, address)),
  });
}

function readAsked(body: unknown): Asked {
  const input = lowerCased(body);
  const [start, end] = [readTime(input['starttime']), readTime(input['endtime'])];
  const window = { startMs: instantOf(start), endMs: instantOf(end) };
  if (window.endMs <= window.startMs)
    throw badRequest('ErrorInvalidParameter', 'The end time must be after the start time.');
  if (window.endMs - window.startMs > MOST_DAYS * DAY_MS) {
    throw badRequest('ErrorTimeIntervalTooBig', `The requested time interval is longer than ${MOST_DAYS} days.`);
  }
  const addresses = readList(input['schedules'], 'Edm.String').map(readText);
  if (addresses.length === 0 || addresses.length > MOST_SCHEDULES) {
    throw badRequest('ErrorInvalidParameter', `Between 1 and ${MOST_SCHEDULES} schedules can be requested at once.`);
  }
  return {
    addresses,
    window,
    zone: start.zone,
    minutes: readCount(input['availabilityviewinterval'] ?? 30, 5, 1440),
  };
}

function scheduleOf(
  mailboxes: Mailboxes,
  { caller, prefer }: GraphRequest,
  asked: Asked,
  scheduleId: string,
): Resource {
  const mailbox = mailboxes.byAddress(caller.user.tenantId, scheduleId);
  if (!mailbox) return { scheduleId, error: { message: 'Proxy web request failed.', responseCode: '5016' } };
  const times = busyTimes(mailbox, asked.window, asked.zone).sort((one, other) => one.startMs - other.startMs);
  const isOpen = mailbox.user.id === caller.user.id || mailboxes.isShared(mailbox.user, caller.user);
  return {
    scheduleId,
    availabilityView: availabilityView(times, asked.window, asked.minutes),
    scheduleItems: times.map((time) => scheduleItem(time, prefer.timeZone ?? 'UTC', isOpen)),
    workingHours: mailbox.settings.workingHours,
  };
}

function scheduleItem({ instance, status, startMs, endMs }: BusyTime, zone: string, isOpen: boolean): Resource {
  const when = {
    status,
    start: toDateTimeTimeZone(atZone(startMs, zone)),
    end: toDateTimeTimeZone(atZone(endMs, zone)),
  };
  if (!isOpen) return when;
  const { subject, location, sensitivity } = instance.fields;
  const isPrivate = sensitivity === 'private';
  return { isPrivate, ...when, ...(isPrivate ? {} : { subject, location: location.displayName }) };
}
