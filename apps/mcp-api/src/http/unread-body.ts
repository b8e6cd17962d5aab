import type { IncomingMessage, ServerResponse } from 'node:http';

/** Shorter ones are left to Node, which reads them to their end and keeps the connection. */
const LONG_BYTES = 64 * 1024;
/** Beyond either, the connection is closed although the client still sends. */
const [MOST_BYTES, MOST_MS] = [8 * 1024 * 1024, 2_000];

/** Whether a body was not read and is long, or of a length that nobody declared. */
export function isLongUnread({ complete, headers }: IncomingMessage): boolean {
  const declared = headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : Infinity);
  return !complete && Number(declared) > LONG_BYTES;
}

/**
 * Answers a request whose body is not wanted, and closes the connection when the client has stopped to send, at the
 * latest after 2 seconds or 8 MiB. Closed at once, a connection on which bytes arrive is reset, and the client may lose
 * the answer (RFC 9112 section 9.6).
 */
export function answerBeforeBody(request: IncomingMessage, response: ServerResponse, body: object): void {
  const json = Buffer.from(JSON.stringify(body));
  response.setHeader('Connection', 'close');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', json.length);
  response.write(json);
  let bytes = 0;
  const timer = setTimeout(close, MOST_MS);
  function close() {
    clearTimeout(timer);
    request.off('data', discard).off('end', close).off('close', close).pause();
    response.end();
  }
  function discard(chunk: Buffer) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) close();
  }
  request.on('data', discard).once('end', close).once('close', close).resume();
}
