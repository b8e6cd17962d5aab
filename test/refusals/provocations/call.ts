import type { CALL_ROWS } from '../../../apps/mcp-api/src/refusals/rows/call.rows.js';
import { toolData } from '../../support/mcp.js';
import type { Provocation } from '../support/provocation.js';
import type { Scene } from '../support/scene.js';
import { RANGE } from '../support/world.js';

export const CALL_PROVOCATIONS = {
  unknown_tool: { by: (scene) => scene.call('no_such_tool') },
  invalid_arguments: { by: (scene) => scene.call('calendar_list_events', { ...RANGE, timeZone: 'Berlin' }) },
  role_missing: { by: (scene) => scene.at({ TOOL_ROLES: 'mail_search:Mail.Reader' }).call('mail_search') },
  policy_denied: { by: (scene) => scene.at({ READ_ONLY: 'true' }).call('calendar_create_event') },
  not_found: { by: (scene) => scene.call('calendar_get_event', { eventId: 'AAMkAGnothing=' }) },
  access_denied: { by: (scene) => scene.call('team_reads_calendars') },
  mailbox_missing: { by: (scene) => scene.listEventsOf({ user: 'eva' }) },
  onedrive_missing: drive(404, 'itemNotFound', "User's mysite not found."),
  storage_full: drive(507, 'quotaLimitReached', 'Insufficient Space Available'),
  permission_missing: drive(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  not_allowed: {
    by: async (scene) => scene.call('mail_update_draft', { messageId: await messageIn(scene, 'inbox'), subject: 'x' }),
  },
  conflict: {
    by: async (scene) => {
      const messageId = await messageIn(scene, 'drafts');
      const error = { code: 'ErrorIrresolvableConflict', message: 'The change key is not the current one.' };
      await scene.world.fault({
        service: 'graph',
        match: { method: 'PATCH' },
        kind: 'status',
        status: 412,
        body: { error },
      });
      return scene.call('mail_update_draft', { messageId, subject: 'x' });
    },
  },
  cancelled: { by: (scene) => scene.call('team_is_cancelled') },
  internal_error: { by: (scene) => scene.call('team_has_bug') },
} as const satisfies Record<keyof typeof CALL_ROWS, Provocation>;

/** What Graph answers about the drive of whoever lists it. */
function drive(status: number, code: string, message: string): Provocation {
  return {
    by: async (scene) => {
      const match = { path: '/me/drive' };
      await scene.world.fault({ service: 'graph', match, kind: 'status', status, body: { error: { code, message } } });
      return scene.call('files_list_folder');
    },
  };
}

async function messageIn(scene: Scene, folder: string): Promise<string> {
  const [url, token] = [await scene.url(), await scene.token()];
  const args = { folder, limit: 1, timeZone: 'UTC' };
  const { messages } = await toolData<{ messages: readonly { id: string }[] }>(url, token, 'mail_search', args);
  return messages[0]?.id ?? '';
}
