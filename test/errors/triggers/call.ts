import { toolData } from '../../support/mcp.js';
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

async function messageIn(scenario: Scenario, folder: string): Promise<string> {
  const [url, token] = [await scenario.url(), await scenario.token()];
  const args = { folder, limit: 1, timeZone: 'UTC' };
  const { messages } = await toolData<{ messages: readonly { id: string }[] }>(url, token, 'mail_search', args);
  return messages[0]?.id ?? '';
}
