import type { Reason } from '../../../apps/mcp-api/src/errors/reason.js';
import { ERROR_RESPONSES } from '../../../apps/mcp-api/src/errors/error-responses.js';
import type {
  HttpErrorResponse,
  ErrorRow,
  RpcErrorResponse,
  ErrorResponse,
  ToolErrorResponse,
} from '../../../apps/mcp-api/src/errors/error-row.js';

type Challenge = ToolErrorResponse & { readonly httpFallback: HttpErrorResponse };

/** The rows of the table of refusals, by name, that end in one kind of answer. */
export const ROWS = {
  http: rowsThat((response): response is HttpErrorResponse => response.kind === 'http'),
  rpc: rowsThat((response): response is RpcErrorResponse => response.kind === 'rpc'),
  tool: rowsThat(isTool),
  challenge: rowsThat(isChallenge),
  claims: rowsThat(
    (response): response is Challenge => isChallenge(response) && response.httpFallback.error === 'insufficient_claims',
  ),
  link: rowsThat((response): response is ToolErrorResponse => isTool(response) && response.elicits === true),
};

function rowsThat<S extends ErrorResponse>(fits: (response: ErrorResponse) => response is S) {
  return Object.entries(ERROR_RESPONSES).flatMap(([reason, row]: [string, ErrorRow]) =>
    fits(row.response) ? [[reason as Reason, { ...row, response: row.response }] as const] : [],
  );
}

function isTool(response: ErrorResponse): response is ToolErrorResponse {
  return response.kind === 'tool';
}

function isChallenge(response: ErrorResponse): response is Challenge {
  return isTool(response) && response.httpFallback !== undefined;
}
