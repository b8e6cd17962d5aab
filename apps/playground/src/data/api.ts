import { createParser } from 'eventsource-parser';
import type { OutputItem, Setting, TraceLine, Week } from './types';

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

export const getSetting = () => get<Setting>('/api/setting');
export const getWeek = (user: string, from: string) => get<Week>(`/api/week?${new URLSearchParams({ user, from })}`);
export const getTrace = (since: string) => get<{ lines: TraceLine[] }>(`/api/trace?${new URLSearchParams({ since })}`);
export const hasConsented = async (user: string) =>
  (await get<{ consented: boolean }>(`/api/consent?${new URLSearchParams({ user })}`)).consented;
export const withdrawConsent = (user: string) => post('/api/withdraw', { user });
export const breakGraph = (broken: boolean) => post('/api/graph', { broken });

/** A response of the agent, event by event. */
export async function respond(turn: Turn, onEvent: (event: StreamEvent) => void): Promise<void> {
  const response = await send('/api/responses', turn);
  const parser = createParser({
    onEvent: ({ data }) => data !== '[DONE]' && onEvent(JSON.parse(data) as StreamEvent),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) parser.feed(part.value);
}

async function get<Body>(path: string): Promise<Body> {
  return (await mustBeOk(await fetch(path))).json() as Promise<Body>;
}

async function post(path: string, body: object): Promise<void> {
  await send(path, body);
}

async function send(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return mustBeOk(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Foundry's own sentence, where it refuses. */
async function mustBeOk(response: Response): Promise<Response> {
  if (response.ok) return response;
  const body = (await response.json().catch(() => undefined)) as { error?: { message?: string } } | undefined;
  throw new Error(body?.error?.message ?? `The request was answered with ${response.status}.`);
}
