import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import { LIST_HINT, LISTS } from '../lists/list-hint.js';
import type { OrdinaryMessage } from './ordinary-message.js';
import { SERVER_INFO } from '../server-info.js';

type About = Pick<OrdinaryMessage, 'method' | 'isModern'>;

/** What the SDK says of what nobody gave a time. */
const NOT_KEPT = { ttlMs: 0, cacheScope: 'private' } as const;

/** What was written of results that are frozen, which are given again and again: lists of tools. */
const WRITTEN = { older: new WeakMap<object, string>(), modern: new WeakMap<object, string>() };

/** A result as JSON, as the revision of its request has it. */
export function resultJson(result: object, about: About): string {
  if (!Object.isFrozen(result)) return JSON.stringify(encoded(result, about));
  const written = about.isModern ? WRITTEN.modern : WRITTEN.older;
  const json = written.get(result) ?? JSON.stringify(encoded(result, about));
  written.set(result, json);
  return json;
}

/** 2026-07-28 says whether a result is complete, how long it holds, and of whom it is. */
function encoded(result: object, { method, isModern }: About): object {
  if (!isModern) return result;
  const whole: Record<string, unknown> = { ...result };
  whole['resultType'] ??= 'complete';
  if (whole['resultType'] === 'complete') Object.assign(whole, hintOf(method));
  whole['_meta'] = { ...(whole['_meta'] as object | undefined), [SERVER_INFO_META_KEY]: SERVER_INFO };
  return whole;
}

function hintOf(method: string): object | undefined {
  if (method === 'resources/read') return NOT_KEPT;
  return LISTS.includes(method) ? LIST_HINT : undefined;
}
