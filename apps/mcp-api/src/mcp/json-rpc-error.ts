/** A JSON-RPC 2.0 error for a request whose id could not be read. */
export function jsonRpcError(code: number, message: string) {
  return { jsonrpc: '2.0', id: null, error: { code, message } };
}
