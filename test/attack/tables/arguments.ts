import { DEEP } from '../../support/depth.js';
import { callTool, type McpAnswer } from '../../support/mcp.js';
import type { Attack, AttackTable } from '../support/attack.js';
import { strayRequests } from '../support/graph-shapes.js';
import { INJECTIONS } from '../support/injections.js';
import type { Target } from '../support/target.js';
import { TEXT_ARGUMENTS, type TextArgument } from '../support/text-arguments.js';
import { assertTellsNothing, toolErrorCode } from '../support/verdicts.js';

const DAY = { start: '2031-03-03T10:00', end: '2031-03-03T11:00', timeZone: 'UTC' };

/** Arguments that work, so that only the attacked one is wrong. A free event is not looked up for conflicts, which saves time. */
const VALID: Readonly<Record<string, (target: Target) => object>> = {
  find_people: () => ({ query: 'Ben' }),
  calendar_list_events: () => ({ from: '2031-03-03', to: '2031-03-04', timeZone: 'UTC' }),
  calendar_get_event: ({ invitation: eventId }) => ({ eventId, timeZone: 'UTC' }),
  calendar_list_occurrences: ({ series: eventId }) => ({
    eventId,
    from: '2031-03-03',
    to: '2031-03-04',
    timeZone: 'UTC',
  }),
  calendar_get_free_busy: () => ({
    addresses: ['ben.carter@fernglas.example'],
    from: '2031-03-03',
    to: '2031-03-04',
    timeZone: 'UTC',
  }),
  calendar_find_meeting_times: () => ({ from: '2031-03-03', to: '2031-03-03', timeZone: 'UTC', maxSuggestions: 1 }),
  calendar_create_event: () => ({ subject: 'Attack', showAs: 'free', ...DAY }),
  calendar_update_event: ({ own: eventId }) => ({
    eventId,
    scope: 'occurrence',
    showAs: 'free',
    timeZone: 'UTC',
  }),
  calendar_cancel_event: ({ own: eventId }) => ({ eventId, scope: 'occurrence', dryRun: true }),
  calendar_respond: ({ invitation: eventId }) => ({ eventId, response: 'tentative', timeZone: 'UTC' }),
  calendar_list_shared_events: () => ({
    calendarOf: 'noor.haddad@fernglas.example',
    from: '2031-03-03',
    to: '2031-03-04',
    timeZone: 'UTC',
  }),
  calendar_find_rooms: () => ({ limit: 1, timeZone: 'UTC' }),
  mail_list_folders: () => ({}),
  mail_search: () => ({ timeZone: 'UTC', limit: 1 }),
  mail_get_message: ({ message: messageId }) => ({ messageId, timeZone: 'UTC' }),
  mail_get_attachment: ({ message: messageId }) => ({ messageId }),
  mail_create_draft: ({ message: messageId }) => ({ mode: 'reply', messageId }),
  mail_update_draft: ({ draft: messageId }) => ({ messageId }),
  mail_send_draft: ({ draft: messageId }) => ({ messageId }),
  mail_organize: ({ message }) => ({ messageIds: [message], read: true }),
  files_search: () => ({ text: 'plan', limit: 1 }),
  files_list_folder: () => ({ limit: 1 }),
  files_get_item: ({ file: itemId }) => ({ itemId }),
  files_read_text: ({ file: itemId }) => ({ itemId }),
  files_write_text: () => ({ name: 'attack.txt', content: 'Attack', ifExists: 'rename' }),
  files_create_folder: () => ({ name: 'Attack', dryRun: true }),
  files_move_rename: ({ file: itemId }) => ({ itemId, name: 'attacked.txt', dryRun: true }),
  files_share: ({ file: itemId }) => ({
    itemId,
    people: ['ben.carter@fernglas.example'],
    message: 'Look',
    dryRun: true,
  }),
  files_delete: ({ file: itemId }) => ({ itemId, dryRun: true }),
};

/** What must stand beside an argument for it to count. */
const BESIDE: Readonly<Record<string, object>> = {
  until: { repeat: 'daily' },
  proposedStart: { proposedEnd: DAY.end },
  proposedEnd: { proposedStart: DAY.start },
};

/** What a tool may answer about a text it cannot use. */
const KNOWN_CODES: readonly unknown[] = ['invalid_arguments', 'not_found', 'not_allowed', 'access_denied', 'conflict'];

/** How many injections every argument meets at least, where not all are tried everywhere. */
const LEAST_EACH = 3;

/** Every injection into every kind of text argument; when all is tried, into every text argument of every tool. */
export const injectedArguments: AttackTable = {
  name: 'injected arguments',
  attacks: TEXT_ARGUMENTS.flatMap((place) =>
    injectionsAt(place).map(([name, text]): Attack => ({
      name: `${place.tool} with ${name} as ${place.argument}`,
      request: (target) => inject(target, place, text),
      answer: harmless,
    })),
  ),
};

/** The arguments of a kind share the injections out among them, each going on where the one before it ended. */
function injectionsAt(place: TextArgument): readonly (readonly [name: string, text: string])[] {
  const all = Object.entries(INJECTIONS);
  const alike = TEXT_ARGUMENTS.filter(({ kind }) => kind === place.kind);
  const share = Math.max(LEAST_EACH, Math.ceil(all.length / alike.length));
  const first = (alike.indexOf(place) * share) % all.length;
  return DEEP ? all : [...all, ...all].slice(first, first + share);
}

function inject(target: Target, { tool, argument, list }: TextArgument, text: string): Promise<McpAnswer> {
  const valid = VALID[tool];
  if (!valid) throw new Error(`Give arguments that work for ${tool}, beside those of the other tools.`);
  target.outgoing.take();
  const args = { ...valid(target), ...BESIDE[argument], [argument]: list ? [text] : text };
  return callTool(target.url, target.good, tool, args);
}

/** Answered, or refused for a reason that is known; and Graph was asked nothing that was not meant. */
function harmless(answer: McpAnswer, target: Target): void {
  expect(strayRequests(target.outgoing.take(), target)).toEqual([]);
  expect(answer.status).toBe(200);
  expect(answer.body.result).toBeDefined();
  if (answer.body.result?.isError) expect(KNOWN_CODES).toContain(toolErrorCode(answer));
  assertTellsNothing(answer);
}
