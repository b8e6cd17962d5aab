import { type McpAnswer, send } from './mcp.js';

/** A tool call of revision 2026-07-28, by a client that opens links unless told otherwise. */
export function callModern(
  url: string,
  token: string | undefined,
  name: string,
  args: object = {},
  { capabilities = { elicitation: { url: {} } }, ...more }: { capabilities?: object; inputResponses?: object } = {},
): Promise<McpAnswer> {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': capabilities,
  };
  return send(url, {
    token,
    headers: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': name },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name, arguments: args, _meta, ...more },
    }),
  });
}
