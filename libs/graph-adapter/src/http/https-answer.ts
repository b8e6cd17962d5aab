import type { IncomingMessage } from 'node:http';

type Fields = Pick<Headers, 'get' | 'has'>;
type Body = AsyncIterable<Uint8Array> & { cancel(): Promise<void> };

/** An answer that comes by `node:https`, with as much of a `Response` as is used of one. */
export function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const answer = { status, ok: status >= 200 && status < 300, headers: fieldsOf(message), body: bodyOf(message) };
  return answer as unknown as Response;
}

function fieldsOf({ headers }: IncomingMessage): Fields {
  const get = (name: string): string | null => {
    const value = headers[name.toLowerCase()];
    return (Array.isArray(value) ? value.join(', ') : value) ?? null;
  };
  return { get, has: (name) => get(name) !== null };
}

/** What is not read of it is given up, with its connection unless it has come already. */
function bodyOf(message: IncomingMessage): Body {
  const cancel = () => {
    if (message.complete) message.resume();
    else message.destroy();
    return Promise.resolve();
  };
  return { [Symbol.asyncIterator]: () => message[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>, cancel };
}
