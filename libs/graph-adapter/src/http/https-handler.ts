import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import type { Socket } from 'node:net';
import { toResponse } from './https-answer.js';

/** A request, and how many milliseconds its answer may take to the last byte. */
export interface TimedContext extends Context {
  timeoutMs?: number;
}

/** Shorter than Graph keeps a connection on which nothing is asked, so that none is used that Graph is closing. */
const IDLE_MS = 4_000;
const CONNECT_MS = 10_000;

const AGENT = new Agent({ keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' });

/**
 * Sends requests by `node:https` on connections that are kept, which takes a third of the processor time of `fetch`.
 * Redirects are not followed. Answers are asked for as they are: to compress them costs more than to send them. Must be
 * the last of the chain.
 */
export class HttpsHandler implements Middleware {
  async execute(context: TimedContext): Promise<void> {
    const { method, headers, body, signal } = context.options ?? {};
    signal?.throwIfAborted();
    const sent = request(urlOf(context), { agent: AGENT, method, headers: headers as OutgoingHttpHeaders });
    const answer = answerTo(sent, { timeoutMs: context.timeoutMs, signal: signal ?? undefined });
    sent.end(body as string | Uint8Array | undefined);
    context.response = toResponse(await answer);
  }
}

function urlOf({ request: asked }: Context): string {
  return typeof asked === 'string' ? asked : asked.url;
}

interface Limits {
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** The beginning of the answer. It ends, and its body too, when it takes too long or is not wanted any more. */
function answerTo(sent: ClientRequest, { timeoutMs, signal }: Limits): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const end = (error: Error) => (answer ?? sent).destroy(error);
    const late = setTimeout(() => end(timedOut('TimeoutError')), timeoutMs);
    const cancel = () => end(signal?.reason as Error);
    signal?.addEventListener('abort', cancel, { once: true });
    sent.once('close', () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', cancel);
    });
    sent.on('error', reject).once('socket', (socket) => connectInTime(sent, socket));
    sent.once('response', (message) => {
      answer = message;
      // Whoever reads the body is told.
      message.on('error', () => undefined);
      resolve(message);
    });
  });
}

function connectInTime(sent: ClientRequest, socket: Socket): void {
  if (!socket.connecting) return;
  const late = setTimeout(() => sent.destroy(timedOut('Error', 'CONNECT_TIMEOUT')), CONNECT_MS);
  const inTime = () => clearTimeout(late);
  socket.once('secureConnect', inTime).once('close', inTime);
}

function timedOut(name: string, code?: string): Error {
  return Object.assign(new Error('Graph did not answer in time.'), { name, code });
}
