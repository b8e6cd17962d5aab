import { ERROR_CATALOG, type ErrorReason } from '@app/domain';
import type { ErrorRow, HttpErrorResponse, RpcErrorResponse, ToolErrorResponse } from '../error-row.js';

/** What a client that can act on it gets in place of the tool error, or with it. */
const BETTER: Readonly<Partial<Record<ErrorReason, Partial<ToolErrorResponse>>>> = {
  consent_required: { elicits: true },
  admin_consent_required: { elicits: true },
  approval_required: { elicits: true },
  interaction_required: challenge(401, 'insufficient_claims'),
  claims_wanted_by_graph: challenge(401, 'insufficient_claims'),
  insufficient_scope: challenge(403, 'insufficient_scope'),
  invalid_token: challenge(401, 'invalid_token'),
  sign_in_revoked: challenge(401, 'invalid_token'),
  token_refused_by_graph: challenge(401, 'invalid_token'),
};

/** MCP answers an unknown tool as an error of the message, not of the tool. */
const UNKNOWN_TOOL: RpcErrorResponse = { kind: 'rpc', status: 200, error: -32602 };

/** Tool calls that fail: every cause of the catalog, with how it is answered. */
export const CALL_ROWS = Object.fromEntries(
  Object.entries(ERROR_CATALOG).map(([reason, { code, ...words }]): [string, ErrorRow] => {
    const better = BETTER[reason as ErrorReason];
    return [reason, { ...words, response: code === 'unknown_tool' ? UNKNOWN_TOOL : { kind: 'tool', code, ...better } }];
  }),
) as Readonly<Record<ErrorReason, ErrorRow>>;

function challenge(status: HttpErrorResponse['status'], error: HttpErrorResponse['error']): Partial<ToolErrorResponse> {
  return { httpFallback: { kind: 'http', status, error } };
}
