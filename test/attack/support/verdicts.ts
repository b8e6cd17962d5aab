import type { McpAnswer, RpcBody } from '../../support/mcp.js';
import type { Verdict } from './attack.js';
import { CANARY } from './canary.js';
import { readChallenge } from './challenge.js';

/** What RFC 6750 section 3.1 calls a refusal; none where nobody brought a token. */
const ERRORS: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_token',
  403: 'insufficient_scope',
};
const WITHOUT_ERROR: readonly string[] = ['token_missing', 'key_not_accepted'];

/** Not let in: status, stable reason, a challenge a client can act on, and nothing of what was sent. */
export function refused(reason: string, status = 401): Verdict {
  return (answer, { forge }) => {
    expect([answer.status, reasonOf(answer)]).toEqual([status, reason]);
    assertHoldsNothing(answer);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const challenge = readChallenge(answer.challenge);
    expect(challenge['error']).toBe(WITHOUT_ERROR.includes(reason) ? undefined : ERRORS[status]);
    expect(challenge['resource_metadata']).toMatch(
      /^http:\/\/localhost:\d+\/\.well-known\/oauth-protected-resource\/mcp$/,
    );
    const api = `api://${forge.tenant.clients['behalf-api'].clientId}/`;
    const scopes = (challenge['scope'] ?? '').split(' ');
    expect(
      scopes.filter((scope) => !scope.startsWith(api) && !scope.startsWith('https://graph.microsoft.com/')),
    ).toEqual([]);
    expect(answer.challenge).not.toContain('offline_access');
  };
}

/** Let in, and refused by the protocol with one of these JSON-RPC codes. */
export function protocolError(status: number, ...codes: readonly number[]): Verdict {
  return (answer) => {
    expect([answer.status, codes]).toEqual([status, expect.arrayContaining([answer.body.error?.code])]);
    assertHoldsNothing(answer);
  };
}

/** Refused before anything of ours looked at it; the body may be empty. */
export function dropped(...statuses: readonly number[]): Verdict {
  return (answer) => {
    expect(statuses).toContain(answer.status);
    assertHoldsNothing(answer);
  };
}

/** A tool that ran into what it was given, and says so with one of these codes. */
export function toolRefused(...codes: readonly string[]): Verdict {
  return (answer) => {
    expect([answer.status, codes]).toEqual([200, expect.arrayContaining([toolErrorCode(answer)])]);
    assertTellsNothing(answer);
  };
}

export function toolErrorCode({ body }: McpAnswer): string | undefined {
  const text = body.result?.isError ? body.result.content?.[0]?.text : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as { error: { code: string } }).error.code;
}

/** No stack, no secret, no token, whoever asked; a cursor begins like a token, but only its first part is JSON. */
export function assertTellsNothing({ text, headers }: McpAnswer): void {
  const told = `${text}\n${[...headers].join('\n')}`;
  expect(told).not.toMatch(/eyJ[\w-]{8,}\.eyJ|node_modules|\bat .*\.[cm]?[jt]s:\d|local-only-/);
}

function assertHoldsNothing(answer: McpAnswer): void {
  assertTellsNothing(answer);
  expect(answer.text).not.toContain(CANARY);
  const bodies: readonly RpcBody[] = Array.isArray(answer.body) ? answer.body : [answer.body];
  expect(bodies.filter(({ result }) => result !== undefined)).toEqual([]);
}

function reasonOf({ body }: McpAnswer): unknown {
  return (body as { readonly reason?: unknown }).reason;
}
