import type { Trigger } from '../support/trigger.js';
import { OBO } from '../support/fixture.js';

/** The call has no time left for a second try. */
/** The time of a call ends soon after that of its first request, or long after it. */
const IMPATIENT = { CALL_TIMEOUT_MS: '1200', UPSTREAM_TIMEOUT_MS: '1000' };
const PATIENT = { CALL_TIMEOUT_MS: '60000', UPSTREAM_TIMEOUT_MS: '1000' };
const SILENT = { kind: 'latency', ms: 60_000 };

export const UPSTREAM_TRIGGERS = {
  credential_refused: switched({ secretExpired: true }),
  server_misconfigured: { by: (scenario) => scenario.call('team_is_misconfigured') },
  server_not_set_up: switched({ oboForbidden: true }),
  server_scopes_unknown: aadsts(70011),
  server_request_not_understood: aadsts(900144),
  entra_refusal_unknown: aadsts(1, 'x'),
  account_unknown: aadsts(50020),
  invitation_not_accepted: aadsts(50014),
  account_disabled: aadsts(50057),
  permission_not_available: aadsts(650053),
  graph_unreachable: faulty(graph({ kind: 'cut' })),
  entra_throttled: faulty({ service: 'entra', match: OBO, kind: 'aadsts', code: 90055 }, { retryAfter: 30 }),
  throttled: faulty(graph({ kind: 'status', status: 429, retryAfter: 600 }), { retryAfter: 600 }),
  entra_unavailable: faulty({ service: 'entra', match: OBO, kind: 'aadsts', code: 90033 }, { retryAfter: 5 }),
  temporarily_unavailable: faulty(graph({ kind: 'status', status: 500 })),
  outcome_unknown: {
    by: async (scenario) => {
      await scenario.fixture.fault({ service: 'graph', match: { method: 'POST', path: 'children' }, kind: 'cut' });
      return scenario.call('files_create_folder', { name: 'Cut off' });
    },
  },
  entra_timeout: faulty({ service: 'entra', match: OBO, ...SILENT }, {}, PATIENT),
  timeout: faulty(graph(SILENT), {}, IMPATIENT),
} as const satisfies Readonly<Record<string, Trigger>>;

function aadsts(number: number, error = 'invalid_grant'): Trigger {
  const body = { error, error_codes: [number], error_description: `AADSTS${number}: no` };
  return faulty({ service: 'entra', match: OBO, kind: 'status', status: 400, body });
}

function graph(how: object): object {
  return { service: 'graph', match: { path: 'calendarView' }, ...how };
}

function faulty(fault: object, tells: Trigger['tells'] = {}, env = {}): Trigger {
  return {
    tells,
    by: async (scenario) => {
      await scenario.fixture.fault(fault);
      return scenario.at(env).listEvents();
    },
  };
}

/** Our own app registration, changed. */
function switched(change: object): Trigger {
  return {
    by: async (scenario) => {
      await scenario.fixture.change('/clients/behalf-api', change);
      return scenario.listEvents();
    },
  };
}
