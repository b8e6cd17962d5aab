import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { DocumentError } from './document-error.js';
import { isPublicAddress } from './public-address.js';

/** Bytes (draft-ietf-oauth-client-id-metadata-document-02 section 8.7). */
const MAX_BYTES = 5_120;
const TIMEOUT_MS = 5_000;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** How names become addresses, and which addresses are asked. */
export interface Network {
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  readonly isAllowed: (address: string, url: URL) => boolean;
  readonly timeoutMs: number;
}

export const PUBLIC_NETWORK: Network = {
  resolve: (host) => lookup(host, { all: true }),
  isAllowed: (address, { hostname }) =>
    hostname === 'localhost' ? ['127.0.0.1', '::1'].includes(address) : isPublicAddress(address),
  timeoutMs: TIMEOUT_MS,
};

/**
 * The text of a document that somebody names and nobody vouches for. Its host is resolved once, every address must be
 * allowed, and one of these very addresses is connected to, so that a second answer of the name server changes nothing. No
 * redirect is followed, nothing is sent that tells of this server, and little is read, for a short time.
 *
 * @throws DocumentError
 */
export async function fetchDocument(url: URL, network: Network = PUBLIC_NETWORK): Promise<string> {
  const signal = AbortSignal.timeout(network.timeoutMs);
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DocumentError('was not answered in time')), { once: true });
  });
  return Promise.race([late, answerOf(url, network, signal)]);
}

async function answerOf(url: URL, { resolve, isAllowed }: Network, signal: AbortSignal): Promise<string> {
  const addresses = await resolve(url.hostname).catch(() => []);
  const isReachable = addresses.length > 0 && addresses.every(({ address }) => isAllowed(address, url));
  if (!isReachable) throw new DocumentError('is at a host without a public address');
  if (signal.aborted) throw new DocumentError('was not answered in time');
  const response = await get(url, { signal, lookup: pinned(addresses) });
  try {
    assertPlainJson(response);
    return await readLimited(response);
  } finally {
    response.destroy();
  }
}

function get(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Behalf' };
    const limits = { agent: false, maxHeaderSize: 8_192 } as const;
    const asked = request(url, { ...options, ...limits, headers }, resolve);
    asked.on('error', () => reject(new DocumentError('cannot be reached')));
    asked.end();
  });
}

/** Answers what was resolved before, in either form that Node asks for. */
function pinned(addresses: readonly LookupAddress[]): NonNullable<RequestOptions['lookup']> {
  return (_host, { all }, answer) => {
    const [{ address, family }] = addresses as [LookupAddress];
    if (all) answer(null, [...addresses]);
    else answer(null, address, family);
  };
}

function assertPlainJson({ statusCode, headers }: IncomingMessage): void {
  if (statusCode !== 200) throw new DocumentError(`was answered with HTTP ${statusCode}, not with 200`);
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  if (!JSON_TYPE.test(type) || encoding !== 'identity') throw new DocumentError('is not plain JSON by its headers');
}

async function readLimited(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw new DocumentError('did not come whole');
  }
  if (size > MAX_BYTES) throw new DocumentError(`is larger than ${MAX_BYTES} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}
