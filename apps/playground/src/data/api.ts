import { createParser } from 'eventsource-parser';
import type { ConsentState, OutputItem, Setting, TraceLine, Week } from './types';

export interface Turn {
  readonly user: string;
  readonly mode: string;
  readonly input: unknown;
  readonly previousResponseId?: string;
}

export interface StreamEvent {
  readonly type: string;
  readonly delta?: string;
  readonly item?: OutputItem;
  readonly response?: { readonly id: string; readonly error?: { readonly message?: string } | null };
}

export interface TraceQuery {
  readonly user: string;
  readonly since: string;
  readonly responses: string;
}

const ENDS = ['response.completed', 'response.failed', 'response.incomplete', 'error'];

export const getSetting = () => get<Setting>('/api/setting');
export const getWeek = (user: string, from: string, signal: AbortSignal) =>
  get<Week>('/api/week', { user, from }, signal);
export const getTrace = (query: TraceQuery, signal: AbortSignal) =>
  get<{ lines: TraceLine[]; graphBroken: boolean }>('/api/trace', { ...query }, signal);
/** What became of the consent that a response asked this person for. */
export const getConsent = async (user: string, response: string, signal: AbortSignal) =>
  (await get<{ state: ConsentState }>('/api/consent', { user, response }, signal)).state;
export const withdrawConsent = (user: string) => post('/api/withdraw', { user });
export const breakGraph = (broken: boolean) => post('/api/graph', { broken });

/** A response of the agent, event by event. @throws Error when it is refused, or breaks off before its end */
export async function respond(turn: Turn, onEvent: (event: StreamEvent) => void, signal: AbortSignal): Promise<void> {
  const response = await send('/api/responses', turn, signal);
  let hasEnded = false;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      const event = JSON.parse(data) as StreamEvent;
      hasEnded ||= ENDS.includes(event.type);
      onEvent(event);
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) parser.feed(part.value);
  } catch {
    signal.throwIfAborted();
  }
  if (!hasEnded) throw new Error('The answer broke off; what it had begun may have been done.');
}

async function get<Body>(path: string, query: Record<string, string> = {}, signal?: AbortSignal): Promise<Body> {
  const response = await assertOk(fetched(`${path}?${new URLSearchParams(query)}`, { signal }));
  return response.json() as Promise<Body>;
}

async function post(path: string, body: object): Promise<void> {
  await send(path, body);
}

async function send(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return assertOk(fetched(path, { method: 'POST', headers, body: JSON.stringify(body), signal }));
}

async function fetched(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new Error('The playground does not answer. Is npm start still running?', { cause });
  }
}

/** Foundry's own sentence, where it refuses. */
async function assertOk(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (response.ok) return response;
  const body = (await response.json().catch(() => undefined)) as { error?: { message?: string } } | undefined;
  throw new Error(body?.error?.message ?? `The request was answered with ${response.status}.`);
}
