import { callTool, type McpAnswer, send } from '../../support/mcp.js';
import type { Attack } from './attack.js';
import type { Forge } from './forge.js';
import type { Target } from './target.js';
import { postBytes, sendBytes } from './wire.js';
import { refused } from './verdicts.js';

/** The call that tells the most about a person; whoever is let in gets it answered. */
export const WHO_AM_I = call('get_my_context');

/** A `tools/call` as text. */
export function call(name: string, args: object = {}, id: unknown = 1): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
}

export function whoAmI(url: string, token: string | undefined): Promise<McpAnswer> {
  return callTool(url, token, 'get_my_context');
}

/** A token that must not get in; `makeToken` gets the forge. */
export function badToken(makeToken: (forge: Forge) => string | Promise<string>, reason: string): Omit<Attack, 'name'> {
  return {
    request: async ({ url, forge }) => whoAmI(url, await makeToken(forge)),
    answer: refused(reason),
  };
}

/** Without a token, but with these headers. */
export function withHeaders({ url }: Target, headers: Readonly<Record<string, string>>): Promise<McpAnswer> {
  return send(url, { headers, body: WHO_AM_I });
}

/** With header lines as written, and the call that tells who somebody is. */
export function withLines({ url }: Target, ...lines: readonly string[]): Promise<McpAnswer> {
  return sendBytes(url, postBytes(url, lines, WHO_AM_I));
}
