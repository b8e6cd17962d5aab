import type { Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';
import { objectOf } from '../probe.js';

interface Ready {
  readonly status?: string;
  readonly jwks?: string;
  readonly credential?: string;
  readonly credentialDaysLeft?: number;
  readonly warning?: string;
}

const SOON_DAYS = 30;

/** What the server says of itself, where its readiness probe can be reached. */
export function checkHealth({ ready }: Observations): readonly Finding[] {
  const { status, jwks, credential, credentialDaysLeft, warning: said } = objectOf<Ready>(ready) ?? {};
  if (status === undefined) return [];
  return [
    ...(jwks === 'unavailable' ? [keysUnavailable()] : []),
    ...(credential === 'unusable' ? [credentialUnusable()] : []),
    ...(credential === 'ok' && credentialDaysLeft !== undefined && credentialDaysLeft < SOON_DAYS
      ? [credentialEnds(credentialDaysLeft)]
      : []),
    ...(said === undefined
      ? []
      : [warning('server_warns', said, 'The server says so at /readyz.', 'See docs/operations.md.')]),
  ];
}

function keysUnavailable(): Finding {
  return error(
    'keys_unavailable',
    'The server cannot read the signing keys of Entra.',
    'Its network does not reach the sign-in host, or ENTRA_TENANT_IDS names no tenant of this cloud.',
    'Allow outgoing HTTPS to the sign-in host, check ENTRA_TENANT_IDS and ENTRA_CLOUD.',
  );
}

function credentialUnusable(): Finding {
  return error(
    'credential_unusable',
    "Entra refuses the server's own credential, or it has expired.",
    'A secret or certificate was rotated or has expired, or the federated credential does not name the managed identity.',
    'Renew it; a managed identity as federated credential never expires (ENTRA_CREDENTIAL=managed-identity).',
  );
}

function credentialEnds(days: number): Finding {
  return warning(
    'credential_ends',
    `The server's certificate ends in ${days} days.`,
    'From then on no call reaches Graph.',
    'Replace the file; it is read again without a restart.',
  );
}
