import { type CallLimits, DomainError } from '@app/domain';
import { textOf } from '../http/exchange.js';
import { failureOf, refusalOf } from '../http/graph-failures.js';
import { unreadable } from '../http/unreadable.js';

/** Where OneDrive and SharePoint of each Microsoft cloud serve content from, for work and for personal accounts. */
const CONTENT_HOSTS =
  /(?:^|\.)(?:sharepoint\.(?:com|us|cn|de)|sharepoint-mil\.us|svc\.ms|1drv\.com|onedrive\.com|onedrive\.live\.com|storage\.live\.com|livefilestore\.com|microsoftpersonalcontent\.com)$/;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * An address that Graph gave for content. It says in itself what it opens, so it gets no token, and only over https from
 * OneDrive, SharePoint or the host of the configured Graph.
 */
export function transferUrl(address: unknown, graphOrigin: string): URL {
  if (typeof address !== 'string' || !URL.canParse(address)) throw unreadable('no address of content');
  const url = new URL(address);
  const isMicrosofts = url.port === '' && CONTENT_HOSTS.test(url.hostname);
  const isKnown = isMicrosofts || isSameHost(url, new URL(graphOrigin));
  if (url.protocol !== 'https:' || !isKnown || url.username || url.password) {
    throw unreadable('an address of content that is not of OneDrive or SharePoint');
  }
  return url;
}

/** A local Graph has its contents under another name of the same machine. */
function isSameHost({ hostname }: URL, graph: URL): boolean {
  return hostname === graph.hostname || (LOOPBACK.includes(graph.hostname) && LOOPBACK.includes(hostname));
}

/** One request to such an address, without a token and without following anything. */
export async function transfer(url: URL, init: RequestInit, limits: CallLimits): Promise<Response> {
  const left = limits.deadline - Date.now();
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(Math.max(1, left))]);
  return fetch(url, { ...init, redirect: 'manual', signal });
}

/** Whether what failed may be tried again: the connection broke, and there is time. */
export function mayGoOn(error: unknown, attempt: number, { signal, deadline }: CallLimits): boolean {
  return !(error instanceof DomainError) && attempt < 3 && !signal.aborted && Date.now() < deadline;
}

export function asTransferFailure(error: unknown, limits: CallLimits): DomainError {
  return error instanceof DomainError ? error : failureOf(error, limits);
}

/** What such an address answers when it is no longer valid; it took no token, so a new sign-in does not fix a 401. */
const EXPIRED: readonly number[] = [401, 404, 410];

/** @throws DomainError for a refusal */
export async function assertOk(response: Response): Promise<Response> {
  if (response.ok) return response;
  if (EXPIRED.includes(response.status)) {
    await response.body?.cancel();
    throw new DomainError(
      'not_found',
      'The download address that Microsoft 365 gave for this file is no longer valid.',
      {
        userAction:
          'Call again to get a new address. If it fails again, check with files_get_item whether the file still exists.',
      },
    );
  }
  throw refusalOf(response, (await textOf(response)).slice(0, 10_000));
}
