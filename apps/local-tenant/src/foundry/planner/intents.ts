import { Temporal } from 'temporal-polyfill';
import type { ToolCall } from '../mcp/mcp-client.js';

export interface MailboxTime {
  /** The date in the mailbox's zone. */
  readonly today: string;
  readonly timeZone: string;
}

type Words = Readonly<Record<string, string | undefined>>;

/** Words that mean a tool call; the context of the mailbox is always asked for first. */
export interface Intent {
  readonly example: string;
  readonly pattern: RegExp;
  /** Absent where the context is the answer. */
  readonly plan?: (words: Words, time: MailboxTime) => ToolCall;
}

const DEFAULT_MINUTES = '30';

export const INTENTS: readonly Intent[] = [
  { example: 'who am I', pattern: /^\W*who am i\W*$/i },
  {
    example: 'create an event "Lunch" tomorrow at 12:30 for 45 minutes',
    pattern:
      /^\W*(create|add|book) (an? )?(event|meeting|appointment) ["“](?<subject>[^"”]+)["”] (on )?(?<day>today|tomorrow|\d{4}-\d\d-\d\d) at (?<time>([01]\d|2[0-3]):[0-5]\d)( for (?<minutes>\d{1,3}) minutes)?( with (?<mail>\S+@[\w.-]*\w))?\W*$/i,
    plan: createEvent,
  },
  {
    example: 'unread mail',
    pattern: /\bunread (mails?|e-?mails?|messages?)\b/i,
    plan: () => callOf('mail_search', { unread: true }),
  },
  {
    example: "today's meetings; what is on tomorrow",
    pattern: /^(?=.*\b(meetings?|events?|calendar|appointments?|on)\b).*\b(?<day>today|tomorrow)\b/i,
    plan: ({ day }, { today, timeZone }) => {
      const date = dateOf(day, today);
      return callOf('calendar_list_events', { from: date, to: date, timeZone });
    },
  },
  {
    example: 'meetings this week',
    pattern: /\b(meetings?|events?|calendar|appointments?)\b.*\bthis week\b/i,
    plan: (_words, { today, timeZone }) => {
      const date = Temporal.PlainDate.from(today);
      const monday = date.subtract({ days: date.dayOfWeek - 1 });
      const week = { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
      return callOf('calendar_list_events', { ...week, timeZone, limit: 50 });
    },
  },
];

function createEvent({ subject, day, time, minutes = DEFAULT_MINUTES, mail }: Words, at: MailboxTime): ToolCall {
  const start = Temporal.PlainDateTime.from(`${dateOf(day, at.today)}T${time ?? ''}`);
  return callOf('calendar_create_event', {
    subject,
    start: start.toString({ smallestUnit: 'minute' }),
    end: start.add({ minutes: Number(minutes) }).toString({ smallestUnit: 'minute' }),
    timeZone: at.timeZone,
    ...(mail !== undefined && { attendees: [mail] }),
  });
}

function dateOf(day: string | undefined, today: string): string {
  const named = day?.toLowerCase();
  if (named === 'today' || named === undefined) return today;
  return named === 'tomorrow' ? Temporal.PlainDate.from(today).add({ days: 1 }).toString() : named;
}

function callOf(name: string, input: object): ToolCall {
  return { name, arguments: JSON.stringify(input) };
}
