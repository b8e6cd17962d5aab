import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly authorization?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Event = Readonly<Record<string, unknown>>;

/** `hold` waits, within an answer, until the test lets it go on. */
type Next = readonly (Event | 'hold')[] | number | 'never';

/** A Foundry project that answers what a test tells it to, as server-sent events. */
export interface TinyFoundry {
  readonly endpoint: string;
  readonly asked: readonly Asked[];
  /** Events of the next responses, in order; a number is an HTTP status to refuse with. */
  next(...answers: readonly Next[]): void;
  /** Resolves when it was asked so often. */
  isAsked(times?: number): Promise<void>;
  /** Resolves when a client has left before its answer was complete. */
  isLeft(): Promise<void>;
  /** Ends every `hold`. */
  goOn(): void;
  close(): Promise<void>;
}

export async function startTinyFoundry(): Promise<TinyFoundry> {
  const asked: Asked[] = [];
  const answers: Next[] = [];
  const events = new EventEmitter();
  const server = createServer(async (request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body: await bodyOf(request) });
    events.emit('asked');
    response.on('close', () => response.writableFinished || events.emit('left'));
    const answer = answers.shift() ?? 500;
    if (answer === 'never') return;
    if (typeof answer === 'number') {
      return response.writeHead(answer).end(JSON.stringify({ error: { message: `no ${answer}` } }));
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of answer) {
      if (event === 'hold') await once(events, 'goOn');
      else response.write(`event: ${String(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/projects/local`,
    asked,
    next: (...more) => void answers.push(...more),
    async isAsked(times = 1) {
      while (asked.length < times) await once(events, 'asked');
    },
    isLeft: async () => void (await once(events, 'left')),
    goOn: () => void events.emit('goOn'),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function said(text: string, id = 'resp_1'): readonly Event[] {
  return [
    { type: 'response.created', response: { id } },
    ...[...text].map((delta) => ({ type: 'response.output_text.delta', delta })),
    { type: 'response.completed', response: { id } },
  ];
}

export function item(fields: Event, id = 'resp_1'): readonly Event[] {
  return [
    { type: 'response.created', response: { id } },
    { type: 'response.output_item.done', item: fields },
    { type: 'response.completed', response: { id } },
  ];
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
}
