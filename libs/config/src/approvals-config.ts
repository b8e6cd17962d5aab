import { asksApproval } from '@app/domain';
import type { PolicyFile } from './policy-file/index.js';
import type { SetVariables } from './variables.js';

/** What no single variable can know: where people can sign in to approve, and what their links are sealed with. */
export function validateApprovals(given: SetVariables, { rules }: Pick<PolicyFile, 'rules'>): readonly string[] {
  const { APPROVALS, TOKEN_MODE, NODE_ENV, SEALING_KEY, CURSOR_KEY } = given;
  const isOff = APPROVALS === 'off';
  if (isOff && !asksApproval({ approvals: 'off', rules })) return [];
  if (TOKEN_MODE === 'passthrough') return [isOff ? RULE_ASKS : APPROVALS === undefined ? NOT_OFF : NO_SIGN_IN];
  return NODE_ENV === 'production' && (SEALING_KEY ?? CURSOR_KEY) === undefined ? [NO_KEY] : [];
}

// With TOKEN_MODE=passthrough this server is no application at Entra.
const NO_SIGN_IN =
  'APPROVALS is wrong: with TOKEN_MODE=passthrough nobody can sign in at this server to approve, write off';
const NOT_OFF =
  'APPROVALS is missing: with TOKEN_MODE=passthrough nobody can sign in at this server to approve, write off';
const RULE_ASKS =
  'POLICY_FILE is wrong: with TOKEN_MODE=passthrough nobody can sign in at this server to approve, write deny or allow';
const NO_KEY =
  'SEALING_KEY is missing: set it to 32 random characters or more, the same on every replica and after every deployment, or set APPROVALS=off and write no rule that says approve';

/** Where the pages are: beside the MCP endpoint, unless people reach the server by another address than agents. */
export function approvalsUrl(publicUrl: string, configured: string | undefined): URL {
  const base =
    configured === undefined
      ? new URL('/', publicUrl)
      : new URL(configured.endsWith('/') ? configured : `${configured}/`);
  return new URL('approvals/', base);
}
