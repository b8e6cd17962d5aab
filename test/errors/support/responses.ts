import type { HttpErrorResponse, ErrorRow, RpcErrorResponse } from '../../../apps/mcp-api/src/errors/error-row.js';
import type { McpAnswer } from '../../support/mcp.js';
import { toolError } from '../../support/mcp.js';
import { BUG } from './team-tools.js';

type Row<S> = ErrorRow & { readonly response: S };

/** HTTP as RFC 6750 section 3 and RFC 9728 section 5.1 have it. */
export function assertHttp(
  answer: McpAnswer,
  reason: string,
  { status, error }: HttpErrorResponse,
  words?: string,
): void {
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
  expect(answer.body).toEqual({ error, error_description: words ?? expect.any(String), reason });
  const challenge = challengeOf(answer);
  if (status === 404 || status >= 429) return expect(answer.challenge).toBe('');
  const sentToken = error !== 'unauthorized';
  expect(challenge['error']).toBe(sentToken ? error : undefined);
  expect(challenge['error_description'] !== undefined).toBe(sentToken);
  expect(challenge['resource_metadata']).toMatch(/\/\.well-known\/oauth-protected-resource\/mcp$/);
  expect(challenge['scope']).toMatch(/^(api|https):\/\/\S+\/[A-Z][\w.]+( |$)/);
  assertTellsNothing(answer);
}

export function assertRpc(
  answer: McpAnswer,
  { response: { status, error }, message, userAction }: Row<RpcErrorResponse>,
): void {
  expect(answer.status).toBe(status);
  expect(answer.body.error).toEqual({ code: error, message: `${message} ${userAction}` });
  expect(answer.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
  assertTellsNothing(answer);
}

/** Text only, because hosts of agents relay text, and nothing beside what the row is to tell. */
export function assertToolError(answer: McpAnswer, code: string, tells: object = {}): void {
  expect(answer.status).toBe(200);
  expect(toolError(answer)).toEqual({
    code,
    message: expect.stringMatching(/\S\.$/),
    userAction: expect.stringMatching(/\S\.$/),
    ...tells,
  });
  expect(answer.body.result?.structuredContent).toBeUndefined();
  assertTellsNothing(answer);
}

/** Microsoft's claims challenge: what the next sign-in must satisfy, where it is asked for, and as JSON in base64. */
export function assertCarriesClaims(answer: McpAnswer, tenantId: string): void {
  const { claims = '', authorization_uri: uri } = challengeOf(answer);
  expect(uri).toMatch(new RegExp(`^https://[^/]+/${tenantId}/oauth2/v2.0/authorize$`));
  expect(JSON.parse(Buffer.from(claims, 'base64').toString('utf8'))).toHaveProperty('access_token');
}

export function challengeOf({ challenge }: McpAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

function assertTellsNothing({ text, challenge }: McpAnswer): void {
  expect(`${text}\n${challenge}`).not.toMatch(/eyJ[\w-]{20,}\.|AADSTS|node_modules|\bat .*\.[cm]?[jt]s:\d|local-only-/);
  expect(text).not.toContain(BUG);
}
