/** Why a request to Entra or Graph got no answer, for the operator's log: `fetch failed: ECONNREFUSED`. */
export function networkFailure(error: unknown): string {
  const { message, code, cause } = toRecord(error);
  if (typeof code === 'string') return code;
  if (typeof message !== 'string') return 'unknown';
  return cause === undefined ? message : `${message}: ${networkFailure(cause)}`;
}

function toRecord(error: unknown): { message?: unknown; code?: unknown; cause?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
