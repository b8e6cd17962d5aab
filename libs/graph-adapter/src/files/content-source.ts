import type { CallLimits } from '@app/domain';
import type { GraphSession } from '../http/graph-session.js';
import type { ContentSource } from './download.js';
import { transfer, transferUrl } from './transfer.js';

/** Where the content at a path is: at another address, as a rule, or in Graph's own answer. */
export async function contentSource(
  session: GraphSession,
  path: string,
  graphOrigin: string,
  limits: CallLimits,
): Promise<ContentSource> {
  const first = await session.content(path);
  if (!first.ok) {
    await first.body?.cancel();
    const url = transferUrl(first.headers.get('location'), graphOrigin);
    return (headers) => followed(url, headers, graphOrigin, limits);
  }
  let unread: Response | undefined = first;
  return async () => {
    const response = unread ?? (await session.content(path));
    unread = undefined;
    return response;
  };
}

/** Redirects of a tenant that was renamed or moved to another region. */
const MOST_REDIRECTS = 3;

/** Where content has moved on, it is followed to addresses of content alone. */
async function followed(
  first: URL,
  headers: Record<string, string>,
  graphOrigin: string,
  limits: CallLimits,
): Promise<Response> {
  let url = first;
  for (let count = 0; ; count++) {
    const response = await transfer(url, { headers }, limits);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null || count === MOST_REDIRECTS)
      return response;
    await response.body?.cancel();
    url = transferUrl(URL.canParse(location, url.href) ? new URL(location, url).href : location, graphOrigin);
  }
}
