import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import { LIST_HINT, LISTS } from './list-hint.js';
import type { OrdinaryMessage } from './ordinary-message.js';
import { SERVER_INFO } from './server-info.js';

/** What the SDK says of what nobody gave a time. */
const NOT_KEPT = { ttlMs: 0, cacheScope: 'private' } as const;

/** A result as the revision of its request has it: 2026-07-28 says whether it is complete, how long it holds, and of whom it is. */
export function encodeResult(
  result: object,
  { method, isModern }: Pick<OrdinaryMessage, 'method' | 'isModern'>,
): object {
  if (!isModern) return result;
  const encoded: Record<string, unknown> = { ...result };
  encoded['resultType'] ??= 'complete';
  if (encoded['resultType'] === 'complete') Object.assign(encoded, hintOf(method));
  encoded['_meta'] = { ...(encoded['_meta'] as object | undefined), [SERVER_INFO_META_KEY]: SERVER_INFO };
  return encoded;
}

function hintOf(method: string): object | undefined {
  if (method === 'resources/read') return NOT_KEPT;
  return LISTS.includes(method) ? LIST_HINT : undefined;
}
