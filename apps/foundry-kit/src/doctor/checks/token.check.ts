import { isGranted } from '@app/domain';
import type { Claims } from '../claims.js';
import type { Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';

const PASSTHROUGH = 'Use OAuth identity passthrough for the connection, so that each person signs in.';
const CLOCK_SKEW_MS = 60_000;

/** Whether the token is the kind that the server takes; what it is, its claims say. */
export function checkToken(observations: Observations): readonly Finding[] {
  const { target, claims } = observations;
  if (target.token === undefined) return [];
  if (claims === undefined) return [notAToken()];
  if (isAppOnly(claims)) return [appOnly()];
  return [
    ...audience(observations, claims),
    ...tenant(observations, claims),
    ...times(observations, claims),
    ...scopes(observations, claims),
  ];
}

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference: an app's token carries no `scp`. */
function isAppOnly({ idtyp, scp, xms_sub_fct: facets = '' }: Claims): boolean {
  return idtyp === 'app' || scp === undefined || String(facets).split(/[ ,]/).includes('13');
}

function audience({ metadata, target }: Observations, { aud = '' }: Claims): readonly Finding[] {
  if (/^https:\/\/[^/]*graph\./.test(aud) || aud.startsWith('00000003-0000-0000-c000')) return [graphToken()];
  const [scope = ''] = metadata?.scopes_supported ?? [];
  const expected = scope.replace(/\/[^/]*$/, '');
  if (expected === '' || aud === expected || expected.endsWith(aud) || aud === target.url) return [];
  return [
    error(
      'wrong_audience',
      `The token is for ${aud}, the server is ${expected}.`,
      'The scopes of the connection name another API. An API with requestedAccessTokenVersion 2 gets its client id as audience, with version 1 its Application ID URI.',
      `Ask for scopes that begin with ${expected}/, or name the audience in ENTRA_AUDIENCES when it is an older name of the same API.`,
    ),
  ];
}

function tenant({ entra = '' }: Observations, { tid = '' }: Claims): readonly Finding[] {
  const expected = /\/([0-9a-f-]{36})\//.exec(`${entra}/`)?.[1];
  if (expected === undefined || expected === tid) return [];
  return [
    error(
      'wrong_tenant',
      `The token is of tenant ${tid}, the server serves ${expected}.`,
      "OAuth identity passthrough works inside one tenant: the person's, the project's and the server's have to be the same.",
      'Sign in with an account of that tenant, or add the tenant to ENTRA_TENANT_IDS.',
    ),
  ];
}

function times({ now, serverNow = now }: Observations, { exp = Infinity, nbf = 0 }: Claims): readonly Finding[] {
  const skew = Math.round((serverNow - now) / 1000);
  return [
    ...(Math.abs(serverNow - now) > CLOCK_SKEW_MS ? [clockSkew(skew)] : []),
    ...(exp * 1000 < serverNow ? [expired()] : []),
    ...(nbf * 1000 > serverNow + CLOCK_SKEW_MS ? [notYetValid()] : []),
  ];
}

/** `scp` is compared on short names; what is listed is what the enabled tools can use. */
function scopes({ metadata }: Observations, { scp = '' }: Claims): readonly Finding[] {
  const known = (metadata?.scopes_supported ?? []).map((scope) => scope.replace(/^.*\//, ''));
  const isKnown = (scope: string) => known.some((one) => isGranted([one], scope) || isGranted([scope], one));
  // A server that starts with User.Read alone asks for more by and by.
  if (known.length <= 1 || scp.split(' ').some(isKnown)) return [];
  return [
    error(
      'no_known_scope',
      `None of the token's scopes (${scp}) is one that the server knows.`,
      'The connection asks for a scope of another name, such as user_impersonation or Mcp.Access.',
      `Ask for some of: ${known.join(', ')}.`,
    ),
  ];
}

function notAToken(): Finding {
  return error(
    'not_a_token',
    'What was sent is not an access token of Microsoft Entra.',
    'A key or a password names no person; Behalf takes neither.',
    PASSTHROUGH,
  );
}

function appOnly(): Finding {
  return error(
    'app_only_token',
    'The token belongs to an application or an agent: an identity or user account of its own, a managed identity, or an app with its own credential.',
    'The connection authenticates as the agent, its own user account or the project. Some agents that are published to Teams or Microsoft 365 Copilot do so too.',
    PASSTHROUGH,
  );
}

function graphToken(): Finding {
  return error(
    'graph_token',
    'The token is for Microsoft Graph, not for this server.',
    'The scopes of the connection are those of Graph. Foundry may refuse to hand such a token to a server it does not know ("Cannot pass Microsoft token to untrusted MCP endpoint").',
    'Ask for scopes of the server; it exchanges the token itself. Only TOKEN_MODE=passthrough takes Graph tokens.',
  );
}

function clockSkew(seconds: number): Finding {
  return warning(
    'clock_skew',
    `The clocks here and there differ by ${seconds} s.`,
    'Tokens then seem expired or not valid yet.',
    'Synchronise the clocks; CLOCK_SKEW_SECONDS (60) tolerates a little.',
  );
}

function expired(): Finding {
  return error(
    'token_expired',
    'The token has expired.',
    'Foundry refreshes tokens only when the connection asked for offline_access.',
    'Add offline_access to the scopes of the connection and consent again.',
  );
}

function notYetValid(): Finding {
  return error('token_not_yet_valid', 'The token is not valid yet.', 'A clock is wrong.', 'Synchronise the clocks.');
}
