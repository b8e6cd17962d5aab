import type { SIGN_IN_ROWS } from '../../../apps/mcp-api/src/refusals/rows/sign-in.rows.js';
import type { Provocation } from '../support/provocation.js';
import type { Scene } from '../support/scene.js';
import { OBO, RANGE } from '../support/world.js';

export const SIGN_IN_PROVOCATIONS = {
  consent_required: {
    by: (scene) => scene.listEventsOf({ user: 'noor' }),
    tells: { url: expect.stringContaining('/oauth2/v2.0/authorize?'), scopes: expect.any(Array) },
  },
  admin_consent_required: {
    by: (scene) => refusedBy(scene, 90094),
    tells: { url: expect.stringContaining('/v2.0/adminconsent?'), scopes: expect.any(Array) },
  },
  interaction_required: {
    by: async (scene) => {
      await scene.world.change('/users/chitra', { mfaRequired: true });
      return scene.listEventsOf({ user: 'chitra' });
    },
  },
  access_blocked: {
    by: async (scene) => {
      await scene.world.change('/users/dylan', { blocked: true });
      return scene.listEventsOf({ user: 'dylan' });
    },
  },
  invalid_token: { by: (scene) => refusedBy(scene, 500133) },
  sign_in_revoked: {
    by: async (scene) => {
      const token = await scene.token();
      await scene.world.change('/users/anna', { revokeTokens: true });
      return scene.listEvents(token);
    },
  },
  // With On-Behalf-Of it is Entra that says it, when asked for another token.
  token_refused_by_graph: {
    by: async (scene) => {
      const passthrough = scene.at({ TOKEN_MODE: 'passthrough' });
      const token = await scene.token({ audience: 'graph' });
      await passthrough.call('calendar_list_events', RANGE, token);
      await scene.world.change('/users/anna', { revokeTokens: true });
      return passthrough.listEvents(token);
    },
  },
} as const satisfies Record<keyof typeof SIGN_IN_ROWS, Provocation>;

async function refusedBy(scene: Scene, code: number) {
  await scene.world.fault({ service: 'entra', match: OBO, kind: 'aadsts', code });
  return scene.listEvents();
}
