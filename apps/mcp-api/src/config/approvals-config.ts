import type { Approvals } from '@app/domain';
import type { SetVariables } from './variables.js';

/** What holds where the operator says nothing. */
const DEFAULT: Approvals = 'off';

/** With TOKEN_MODE=passthrough this server is no application at Entra, so nobody can sign in at it to approve. */
export function approvalsOf(env: { readonly APPROVALS?: Approvals; readonly TOKEN_MODE?: string }): Approvals {
  return env.APPROVALS ?? (env.TOKEN_MODE === 'passthrough' ? 'off' : DEFAULT);
}

export function validateApprovals(given: SetVariables): readonly string[] {
  const { APPROVALS, TOKEN_MODE, NODE_ENV, SEALING_KEY, CURSOR_KEY } = given;
  if (TOKEN_MODE === 'passthrough') {
    const isOff = APPROVALS === undefined || APPROVALS === 'off';
    return isOff
      ? []
      : ['APPROVALS is wrong: with TOKEN_MODE=passthrough nobody can sign in at this server, write off'];
  }
  const isOn = approvalsOf({ APPROVALS: APPROVALS as Approvals | undefined, TOKEN_MODE }) !== 'off';
  const isSealed = SEALING_KEY !== undefined || CURSOR_KEY !== undefined;
  return isOn && NODE_ENV === 'production' && !isSealed
    ? [
        'SEALING_KEY is missing: set it to 32 random characters or more, the same on every replica, or set APPROVALS=off',
      ]
    : [];
}

/** Where the pages are: beside the MCP endpoint, unless people reach the server by another address than agents. */
export function approvalsUrl(publicUrl: string, configured: string | undefined): URL {
  const base =
    configured === undefined
      ? new URL('/', publicUrl)
      : new URL(configured.endsWith('/') ? configured : `${configured}/`);
  return new URL('approvals/', base);
}
