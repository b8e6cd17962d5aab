import type { Availability, MeetingSearch, MeetingTime, MeetingTimes, ShowAs, TakenTime, TimeSlot } from '@app/domain';
import type { Mailbox } from '../mailbox.js';
import { isInWorkingHours } from './working-hours.js';

const STEP_MS = 30 * 60_000;

/** From free to most occupied. */
const STATUSES: readonly ShowAs[] = ['free', 'workingElsewhere', 'tentative', 'busy', 'oof'];
const CAN_COME: readonly ShowAs[] = ['free', 'workingElsewhere'];

/** How sure it is, in percent, that somebody comes whose calendar cannot be seen. */
const UNKNOWN = 49;

/** What is in the calendars; `undefined` where it cannot be seen. */
interface Calendars {
  readonly own: readonly TakenTime[];
  readonly others: readonly { readonly address: string; readonly entries: readonly TakenTime[] | undefined }[];
}

/** Meeting times as Graph finds them: by half hours, the surest first. */
export function findMeetingTimes(search: MeetingSearch, organizer: Mailbox, calendars: Calendars): MeetingTimes {
  const all = slotsOf(search)
    .filter((slot) => !search.workingHoursOnly || isInWorkingHours(slot, organizer.settings))
    .map((slot) => judged(slot, calendars));
  const good = all.filter((time) => isGood(time, search));
  if (good.length === 0) return { times: [], whyNone: whyNone(all, search) };
  const best = good.sort((one, other) => other.confidence - one.confidence);
  return { times: best.slice(0, search.limit) };
}

function slotsOf({ range, minutes }: MeetingSearch): TimeSlot[] {
  const [from, to] = [Date.parse(range.start), Date.parse(range.end)];
  const first = Math.ceil(from / STEP_MS) * STEP_MS;
  const count = Math.max(0, Math.floor((to - minutes * 60_000 - first) / STEP_MS) + 1);
  const at = (ms: number) => new Date(ms).toISOString();
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * STEP_MS;
    return { start: at(start), end: at(start + minutes * 60_000) };
  });
}

function judged(slot: TimeSlot, { own, others }: Calendars): MeetingTime {
  const attendees = others.map(({ address, entries }) => ({ address, status: statusIn(entries, slot) }));
  return { ...slot, organizer: statusIn(own, slot), attendees, confidence: confidenceOf(attendees) };
}

function statusIn(entries: readonly TakenTime[] | undefined, slot: TimeSlot): ShowAs {
  if (!entries) return 'unknown';
  const [from, to] = [Date.parse(slot.start), Date.parse(slot.end)];
  const taken = entries.filter(({ start, end }) => Date.parse(start) < to && Date.parse(end) > from);
  return STATUSES.findLast((status) => taken.some((entry) => entry.status === status)) ?? 'free';
}

function confidenceOf(attendees: readonly Availability[]): number {
  if (attendees.length === 0) return 100;
  const chances = attendees.map(({ status }) => (CAN_COME.includes(status) ? 100 : status === 'unknown' ? UNKNOWN : 0));
  return chances.reduce<number>((sum, one) => sum + one, 0) / chances.length;
}

function isGood({ organizer, confidence }: MeetingTime, search: MeetingSearch): boolean {
  return (search.organizerOptional || CAN_COME.includes(organizer)) && confidence >= search.minimumPercentage;
}

function whyNone(all: readonly MeetingTime[], { organizerOptional }: MeetingSearch): MeetingTimes['whyNone'] {
  const possible = all.filter(({ organizer }) => organizerOptional || CAN_COME.includes(organizer));
  if (possible.length === 0) return 'organizer_unavailable';
  const isUnknown = possible.some(({ attendees }) => attendees.some(({ status }) => status === 'unknown'));
  return isUnknown ? 'attendees_unknown' : 'attendees_unavailable';
}
