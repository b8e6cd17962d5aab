import type { AuthConfig } from '@app/auth';
import type { ToolCatalog } from '@app/domain';
import { z } from 'zod';
import { readScopes } from './front-scopes.js';
import { OAuthError } from './oauth-error.js';
import type { Parameters } from './parameters.js';

/** Where the answer to a client goes. */
export const replyShape = z.strictObject({
  client: z.string(),
  redirectUri: z.string(),
  /** The client's own `state`. */
  clientState: z.string().optional(),
});
export type ReplyTo = z.output<typeof replyShape>;

/** An authorization request that is in order. */
export const askedShape = replyShape.extend({
  /** PKCE, S256. */
  challenge: z.string(),
  scopes: z.array(z.string()),
  offline: z.boolean(),
  prompt: z.string().optional(),
});
export type Asked = z.output<typeof askedShape>;

const CHALLENGE = /^[\w-]{43}$/;
const STATE = /^[ -~]{1,1024}$/;
/** Prompts that are Entra's to show. `consent` is what the page of the front does. */
const FORWARDED = ['login', 'select_account'];

/** The client's `state`, as far as it can be sent back. */
export function stateOf(parameters: Parameters): string | undefined {
  const state = parameters.get('state');
  return state !== undefined && STATE.test(state) ? state : undefined;
}

/**
 * What a known client asks for, with its answers going where they may.
 * @throws OAuthError for the client
 */
export function readAuthorization(
  parameters: Parameters,
  reply: ReplyTo,
  { auth, catalog }: { readonly auth: AuthConfig; readonly catalog: ToolCatalog },
): Asked {
  assertCodeFlow(parameters);
  assertResource(parameters.get('resource'), auth);
  const challenge = challengeOf(parameters);
  const { names, offline } = readScopes(parameters.get('scope'), auth, catalog);
  const prompts = parameters.get('prompt')?.split(' ') ?? [];
  if (prompts.includes('none'))
    throw new OAuthError('interaction_required', 'The person is always asked, so prompt cannot be none.');
  const prompt = FORWARDED.find((one) => prompts.includes(one));
  return { ...reply, challenge, scopes: [...names], offline, prompt };
}

function assertCodeFlow(parameters: Parameters): void {
  if (parameters.has('request')) throw new OAuthError('request_not_supported', 'Leave the parameter request out.');
  if (parameters.has('request_uri'))
    throw new OAuthError('request_uri_not_supported', 'Leave the parameter request_uri out.');
  const type = parameters.get('response_type');
  if (type === undefined) throw new OAuthError('invalid_request', 'response_type is missing: write code.');
  if (type !== 'code') throw new OAuthError('unsupported_response_type', 'The only response_type is code.');
  if ((parameters.get('response_mode') ?? 'query') !== 'query')
    throw new OAuthError('invalid_request', 'The only response_mode is query.');
  if (parameters.has('state') && stateOf(parameters) === undefined)
    throw new OAuthError('invalid_request', 'state is not 1 to 1024 printable ASCII characters.');
}

function challengeOf(parameters: Parameters): string {
  const challenge = parameters.get('code_challenge');
  if (parameters.get('code_challenge_method') === 'S256' && challenge && CHALLENGE.test(challenge)) return challenge;
  throw new OAuthError('invalid_request', 'PKCE is required: code_challenge with code_challenge_method=S256.');
}

/**
 * The `resource` of RFC 8707, which Entra is not sent.
 * @throws OAuthError `invalid_target`
 */
export function assertResource(resource: string | undefined, { resource: own }: AuthConfig): void {
  if (resource === undefined || resource === own || resource === `${own}/`) return;
  throw new OAuthError('invalid_target', 'resource is not the URL of this server.');
}
