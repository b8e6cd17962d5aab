import { Person } from '../../approvals/support.js';
import { callTool, toolData, toolError } from '../../support/mcp.js';
import type { Trigger } from '../support/trigger.js';
import type { Scenario } from '../support/scenario.js';
import { RANGE } from '../support/fixture.js';

export const CALL_TRIGGERS = {
  unknown_tool: { by: (scenario) => scenario.call('no_such_tool') },
  invalid_arguments: { by: (scenario) => scenario.call('calendar_list_events', { ...RANGE, timeZone: 'Berlin' }) },
  insufficient_scope: {
    by: (scenario) => scenario.listEventsOf({ scope: 'User.Read' }),
    tells: { scopes: ['Calendars.ReadBasic'] },
  },
  role_missing: { by: (scenario) => scenario.at({ TOOL_ROLES: 'mail_search:Mail.Reader' }).call('mail_search') },
  policy_denied: { by: (scenario) => scenario.at({ READ_ONLY: 'true' }).call('calendar_create_event') },
  approval_required: {
    by: async (scenario) => scenario.at(ASKING).call('mail_send_draft', { messageId: await draftOutside(scenario) }),
    tells: {
      url: expect.stringContaining('/approvals/'),
      endsAt: expect.stringMatching(/^20.*Z$/),
      message: expect.stringContaining('(partner@elsewhere.example).'),
      userAction: expect.stringMatching(/^Give the person the link .*happened\.$/),
    },
  },
  approval_done: {
    by: (scenario) => decided(scenario, 'Approve and do it'),
    refusedBefore: ['approval_required'],
    tells: { message: expect.stringMatching(/^This is done: .*Z\.$/) },
  },
  approval_declined: {
    by: (scenario) => decided(scenario, 'Decline'),
    refusedBefore: ['approval_required'],
    tells: { message: expect.stringMatching(/^The person declined this at .*Z\. Nothing was done\.$/) },
  },
  already_sent: {
    by: async (scenario) => {
      const [asking, messageId] = [scenario.at(ASKING), await draftTo(scenario, 'ben.carter@fernglas.example')];
      await asking.call('mail_send_draft', { messageId });
      return asking.call('mail_send_draft', { messageId });
    },
    tells: { message: expect.stringMatching(/^This draft was sent at 20.*Z\.$/) },
  },
  approval_too_long: {
    by: (scenario) => {
      const body = Array.from({ length: 6_000 }, (_, index) => (index * index).toString(36))
        .join(' ')
        .slice(0, 15_000);
      const times = { start: '2026-12-01T10:00', end: '2026-12-01T11:00', timeZone: 'UTC' };
      const args = { subject: 'Long', body, attendees: ['partner@elsewhere.example'], ...times };
      return scenario.at(ASKING).call('calendar_create_event', args);
    },
  },
  not_found: { by: (scenario) => scenario.call('calendar_get_event', { eventId: 'AAMkAGnothing=' }) },
  access_denied: { by: (scenario) => scenario.call('team_reads_calendars') },
  mailbox_missing: { by: (scenario) => scenario.listEventsOf({ user: 'eva' }) },
  onedrive_missing: drive(404, 'itemNotFound', "User's mysite not found."),
  storage_full: drive(507, 'quotaLimitReached', 'Insufficient Space Available'),
  permission_missing: drive(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  not_allowed: {
    by: async (scenario) =>
      scenario.call('mail_update_draft', { messageId: await messageIn(scenario, 'inbox'), subject: 'x' }),
  },
  conflict: {
    by: async (scenario) => {
      const messageId = await messageIn(scenario, 'drafts');
      const error = { code: 'ErrorIrresolvableConflict', message: 'The change key is not the current one.' };
      await scenario.fixture.fault({
        service: 'graph',
        match: { method: 'PATCH' },
        kind: 'status',
        status: 412,
        body: { error },
      });
      return scenario.call('mail_update_draft', { messageId, subject: 'x' });
    },
  },
  client_cannot_be_asked: { by: (scenario) => scenario.call('team_asks') },
  cancelled: { by: (scenario) => scenario.call('team_is_cancelled') },
  internal_error: { by: (scenario) => scenario.call('team_has_bug') },
} as const satisfies Readonly<Record<string, Trigger>>;

/** What Graph answers about the drive of whoever lists it. */
function drive(status: number, code: string, message: string): Trigger {
  return {
    by: async (scenario) => {
      const match = { path: '/me/drive' };
      await scenario.fixture.fault({
        service: 'graph',
        match,
        kind: 'status',
        status,
        body: { error: { code, message } },
      });
      return scenario.call('files_list_folder');
    },
  };
}

const ASKING = { APPROVALS: 'external' };

function draftOutside(scenario: Scenario): Promise<string> {
  return draftTo(scenario, 'partner@elsewhere.example');
}

async function draftTo(scenario: Scenario, address: string): Promise<string> {
  const [url, token] = [await scenario.url(), await scenario.token()];
  const args = { to: [address], subject: 'Offer', body: 'Here it is.' };
  return (await toolData<{ messageId: string }>(url, token, 'mail_create_draft', args)).messageId;
}

/** Calls again what the person has decided about on the page; a server for each, since it remembers for an hour. */
async function decided(scenario: Scenario, button: 'Approve and do it' | 'Decline') {
  const env = { ...ASKING, INTERNAL_DOMAINS: button === 'Decline' ? 'declined.example' : 'done.example' };
  const [asking, messageId] = [scenario.at(env), await draftOutside(scenario)];
  const [url, token] = [await asking.url(), await asking.token()];
  const { url: link } = toolError(await callTool(url, token, 'mail_send_draft', { messageId }));
  const person = new Person('Anna Berg');
  await person.decide(await person.open(link), button);
  return asking.call('mail_send_draft', { messageId });
}

async function messageIn(scenario: Scenario, folder: string): Promise<string> {
  const [url, token] = [await scenario.url(), await scenario.token()];
  const args = { folder, limit: 1, timeZone: 'UTC' };
  const { messages } = await toolData<{ messages: readonly { id: string }[] }>(url, token, 'mail_search', args);
  return messages[0]?.id ?? '';
}
