import { approvalCallbackUrl, toDeployment } from '../plan/deployment.js';
import { ask } from './http.js';
import type { Metadata, Observations, Target } from './observations.js';
import { askForRedirect, entraIssuerOf, ownClientId } from './probe-entra.js';

/**
 * Whether Entra knows where people return to who sign in to approve. Without a look at the environment, approvals count as
 * on where their pages are.
 */
export async function probeApprovals(
  target: Target,
  metadata: Metadata | undefined,
): Promise<Observations['approvals']> {
  const { url, environment } = target;
  const [issuer, clientId] = [entraIssuerOf(target, metadata), ownClientId(target, metadata)];
  if (issuer === undefined || clientId === undefined || !(await hasPages(url))) return undefined;
  const callback = approvalCallbackUrl(toDeployment({ ...environment, PUBLIC_URL: url }));
  return { callback, answer: await askForRedirect(issuer, clientId, callback) };
}

/** The page of a link that nobody made: a page of ours, and not the answer to any unknown path. */
async function hasPages(url: string): Promise<boolean> {
  const { status, headers } = await ask(new URL('/approvals/doctor', url).href);
  return status === 404 && (headers.get('content-type') ?? '').includes('text/html');
}
