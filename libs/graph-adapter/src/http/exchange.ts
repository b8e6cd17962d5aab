import { readText } from '@app/http';
import type { GraphRequest } from '@microsoft/microsoft-graph-client';
import { unreadable } from './unreadable.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export function sent(request: GraphRequest, method: Method, body: object | undefined): Promise<Response> {
  const send: Record<Method, () => Promise<Response>> = {
    GET: () => request.get(),
    POST: () => request.post(body),
    PUT: () => request.put(body),
    PATCH: () => request.patch(body),
    DELETE: () => request.delete(),
  };
  return send[method]();
}

/** Bytes of an answer in JSON: a message of 10 MB comes with its body twice. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Bytes of a refusal, of which little is looked at. */
const MAX_REFUSAL_BYTES = 4 * 1024 * 1024;

/**
 * A refusal stays one where the rest of it was lost, or is too long.
 * @throws TooLarge
 */
export async function textOf(response: Response): Promise<string> {
  if (response.ok) return readText(response, MAX_BYTES);
  return readText(response, MAX_REFUSAL_BYTES).catch(() => '');
}

/** Undefined for an empty text and for what is not JSON. */
export function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws DomainError `temporarily_unavailable` */
export function asObject<Answer extends object>(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw unreadable('no object in JSON');
  return answer as Answer;
}
