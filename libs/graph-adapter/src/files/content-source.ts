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
    return (headers) => transfer(url, { headers }, limits);
  }
  let unread: Response | undefined = first;
  return async () => {
    const response = unread ?? (await session.content(path));
    unread = undefined;
    return response;
  };
}
