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

/** A refusal stays one where the rest of it was lost. */
export async function textOf(response: Response): Promise<string> {
  if (response.ok) return response.text();
  return response.text().catch(() => '');
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
