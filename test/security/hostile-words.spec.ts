import { DomainError, type Policy, type Ports, ToolCatalog, ToolRunner, TOOLS, TOOLSETS } from '@app/domain';
import { aCaller, someLimits } from '@app/testing';
import { aPolicy } from '../policy/support.js';
import { hostilePorts, ORDER, someTokens, type Turn, TURNS, WORDS } from './hostile-ports.js';

const WEEK = { from: '2027-03-01', to: '2027-03-02', timeZone: 'Europe/Berlin' };
const TIME = { start: '2027-03-01T09:00', end: '2027-03-01T10:00', timeZone: 'Europe/Berlin' };

/** Arguments with which each tool comes to words of others. */
const CALLS: Readonly<Record<string, readonly object[]>> = {
  get_my_context: [{}],
  find_people: [{ query: 'Otto' }],
  calendar_list_calendars: [{}],
  calendar_list_events: [WEEK],
  calendar_get_event: [{ eventId: 'AAMk=' }],
  calendar_list_occurrences: [{ eventId: 'AAMk=', ...WEEK }],
  calendar_get_free_busy: [{ addresses: ['otto@other.example'], ...WEEK }],
  calendar_find_meeting_times: [{ attendees: ['otto@other.example'], ...WEEK }],
  calendar_create_event: [{ subject: 'Talk', attendees: ['otto@other.example'], ...TIME }],
  calendar_update_event: [
    { eventId: 'AAMk=', subject: 'Talk', scope: 'series' },
    { eventId: 'AAMk=', scope: 'series', removeAttendees: ['gone@other.example'] },
    { eventId: 'AAMk=', scope: 'occurrence', ...TIME },
  ],
  calendar_cancel_event: [{ eventId: 'AAMk=', scope: 'series' }, { eventId: 'AAMk=' }],
  calendar_respond: [
    { eventId: 'AAMk=', response: 'accept', scope: 'series' },
    { eventId: 'AAMk=', response: 'decline', scope: 'series', proposedStart: TIME.start, proposedEnd: TIME.end },
  ],
  calendar_list_shared_events: [{ calendarOf: 'otto@other.example', ...WEEK }],
  calendar_find_rooms: [{ ...WEEK }],
  mail_search: [{}],
  mail_get_message: [{ messageId: 'AAMk=' }],
  mail_get_attachment: [
    { messageId: 'AAMk=' },
    { messageId: 'AAMk=', attachmentId: 'file=' },
    { messageId: 'AAMk=', attachmentId: 'item=' },
    { messageId: 'AAMk=', attachmentId: 'link=' },
    { messageId: 'AAMk=', attachmentId: 'odd=' },
  ],
  mail_list_folders: [{}],
  mail_create_draft: [
    { subject: 'Hi' },
    { mode: 'replyAll', messageId: 'AAMk=' },
    { mode: 'forward', messageId: 'AAMk=' },
  ],
  mail_update_draft: [{ messageId: 'AAMk=', subject: 'Hi' }],
  mail_send_draft: [{ messageId: 'AAMk=' }],
  mail_organize: [{ messageIds: ['AAMk=', 'AAMl='], read: true }],
  files_search: [{ query: 'ice' }],
  files_list_folder: [{}],
  files_get_item: [{ itemId: 'I1' }],
  files_read_text: [{ driveId: 'D1', itemId: 'I1' }],
  files_write_text: [
    { name: 'a.md', content: 'x' },
    { name: 'a.md', content: 'x', ifExists: 'replace', version: 'old' },
  ],
  files_create_folder: [{ name: 'Ice' }],
  files_move_rename: [{ driveId: 'D1', itemId: 'I1', name: 'Ice.md' }],
  files_share: [
    { driveId: 'D1', itemId: 'I1', people: ['otto@other.example'] },
    { driveId: 'D1', itemId: 'I1' },
  ],
  files_delete: [{ driveId: 'D1', itemId: 'I1' }],
};

const caller = aCaller({
  displayName: WORDS,
  scopes: TOOLS.flatMap((tool) => [...tool.requiredScopes, ...(tool.optionalScopes ?? [])]),
});
const toolsets = TOOLSETS.map((toolset) => toolset.name);
const POLICIES = [aPolicy({ toolsets }), aPolicy({ toolsets, recipientDomains: ['behalf.example'] })];

/** The text or the error that the model is shown. */
async function shown(name: string, args: object, turn: Turn, policy: Policy): Promise<string> {
  const runner = new ToolRunner(new ToolCatalog(TOOLS, policy), someTokens, hostilePorts(turn) as unknown as Ports);
  try {
    return (await runner.run({ caller, name, arguments: args, limits: someLimits() })).text;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.message, error.details.userAction].join('\n');
  }
}

const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/u;

function withoutBodies(text: string): string {
  return text.replace(/^(-{5} [-0-9a-f]{36})\n[\s\S]*?\n\1$/gm, '');
}

/** The call that undoes has the whole of what it puts back. */
function withoutUndo(text: string): string {
  return text.replace(/^.*undo.*$/gim, '');
}

/** What is left of a text without its quoted parts and without what stands between delimiters. */
function ownWords(text: string): string {
  return withoutBodies(text).replace(/"(?:[^"\\\r\n\u2028\u2029]|\\.)*"/g, '""');
}

it('knows a sentence of its own from a quoted one', () => {
  expect(ownWords(`name: ${JSON.stringify(`a" ${ORDER}`)}`)).toBe('name: ""');
  expect(ownWords(`name: ${WORDS}`)).toContain(ORDER);
});

describe.each(TOOLS.map(({ name }) => name))('%s', (name) => {
  const argued = (CALLS[name] ?? []).flatMap((args) =>
    'dryRun' in (TOOLS.find((tool) => tool.name === name)?.input.shape ?? {})
      ? [args, { ...args, dryRun: true }]
      : [args],
  );

  it.each(TURNS)('says nothing that other people wrote as its own, %s', async (turn) => {
    expect(argued.length).toBeGreaterThan(0);
    for (const args of argued) {
      for (const policy of POLICIES) {
        const text = await shown(name, args, turn, policy);
        expect(ownWords(text)).not.toMatch(/SYSTEM:|evil\.example/);
        expect(withoutBodies(text)).not.toMatch(UNSEEN);
        expect(withoutUndo(withoutBodies(text))).not.toContain('x'.repeat(1_001));
      }
    }
  });
});
