import { connect } from 'node:net';
import type { McpAnswer, RpcBody } from '../../support/mcp.js';

/**
 * Sends bytes exactly as written (latin1) and reads until the server closes: for what no HTTP client would send.
 * `Connection: close` is the writer's to send. Several answers on one connection come as the text of the last.
 */
export function sendBytes(url: string, bytes: string): Promise<McpAnswer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), '127.0.0.1');
    const finish = () => resolve(toAnswer(Buffer.concat(chunks).toString('utf8')));
    socket.setTimeout(5_000, () => socket.destroy(new Error('The server neither answered nor closed.')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', finish);
    // A server that refuses early closes while we still send; what it said before counts.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? finish() : reject(error),
    );
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

/** A request to `POST /mcp` as bytes: header lines as given, and a body with its length. */
export function postBytes(url: string, headerLines: readonly string[], body: string, target = '/mcp'): string {
  const lines = [
    `POST ${target} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Connection: close',
    'Content-Type: application/json',
    'Accept: application/json, text/event-stream',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headerLines,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

function toAnswer(received: string): McpAnswer {
  const last = received.slice(Math.max(0, received.lastIndexOf('HTTP/1.1 ')));
  const [head = '', ...rest] = last.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => split(line)));
  const text = rest.join('\r\n\r\n');
  const status = Number(statusLine.split(' ')[1] ?? 0);
  return { status, headers, challenge: headers.get('www-authenticate') ?? '', text, body: parse(text) };
}

function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function parse(text: string): RpcBody {
  try {
    return JSON.parse(text) as RpcBody;
  } catch {
    return {};
  }
}
