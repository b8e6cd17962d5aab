import type { Trigger } from '../support/trigger.js';
import type { Scenario } from '../support/scenario.js';
import { OBO, RANGE } from '../support/fixture.js';

export const SIGN_IN_TRIGGERS = {
  consent_required: {
    by: (scenario) => scenario.listEventsOf({ user: 'noor' }),
    tells: { url: expect.stringContaining('/oauth2/v2.0/authorize?'), scopes: expect.any(Array) },
  },
  admin_consent_required: {
    by: (scenario) => refusedBy(scenario, 90094),
    tells: { url: expect.stringContaining('/v2.0/adminconsent?'), scopes: expect.any(Array) },
  },
  interaction_required: {
    by: async (scenario) => {
      await scenario.fixture.change('/users/chitra', { mfaRequired: true });
      return scenario.listEventsOf({ user: 'chitra' });
    },
  },
  claims_wanted_by_graph: {
    by: async (scenario) => {
      // Wants nothing of the access token, so that Entra has no way to satisfy it.
      await scenario.fixture.change('/users/chitra', { requireClaims: '{"access_token":{}}' });
      return scenario.listEventsOf({ user: 'chitra' });
    },
  },
  access_blocked: {
    by: async (scenario) => {
      await scenario.fixture.change('/users/dylan', { blocked: true });
      return scenario.listEventsOf({ user: 'dylan' });
    },
  },
  invalid_token: { by: (scenario) => refusedBy(scenario, 500133) },
  sign_in_revoked: {
    by: async (scenario) => {
      const token = await scenario.token();
      await scenario.fixture.change('/users/anna', { revokeTokens: true });
      return scenario.listEvents(token);
    },
  },
  // With On-Behalf-Of it is Entra that says it, when asked for another token.
  token_refused_by_graph: {
    by: async (scenario) => {
      const passthrough = scenario.at({ TOKEN_MODE: 'passthrough', APPROVALS: 'off' });
      const token = await scenario.token({ audience: 'graph' });
      await passthrough.call('calendar_list_events', RANGE, token);
      await scenario.fixture.change('/users/anna', { revokeTokens: true });
      return passthrough.listEvents(token);
    },
  },
} as const satisfies Readonly<Record<string, Trigger>>;

async function refusedBy(scenario: Scenario, code: number) {
  await scenario.fixture.fault({ service: 'entra', match: OBO, kind: 'aadsts', code });
  return scenario.listEvents();
}
