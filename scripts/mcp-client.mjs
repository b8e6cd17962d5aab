/**
 * One stateless MCP request over plain HTTP: what any client sends, without a client library.
 *
 * @param {string} url
 * @param {string | undefined} authorization the whole header, or nothing
 * @param {string} method
 * @param {object} params
 */
export async function mcpRequest(url, authorization, method, params = {}, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json, text/event-stream',
      ...(authorization ? { authorization } : {}),
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const text = await response.text();
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate') ?? '',
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Calls a tool and gives its structured content; anything but success throws with what came back. */
export async function callTool(url, token, name, args = {}) {
  const { status, challenge, body } = await mcpRequest(url, `Bearer ${token}`, 'tools/call', { name, arguments: args });
  if (status === 200 && body.result && !body.result.isError) return body.result.structuredContent;
  throw new Error(
    `${name} was answered ${status} ${challenge || JSON.stringify(body.result?.content ?? body.error ?? body)}`,
  );
}
