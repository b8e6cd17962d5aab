import { approvalCallbackUrl, toDeployment } from '../plan/deployment.js';
import { ask } from './http.js';
import type { Metadata, Observations, Target } from './observations.js';

const API = /^api:\/\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//;

/**
 * Asks Entra to begin the sign-in of an approval and to show no page: an unknown redirect URI it refuses at once, and
 * anything else of it does not count. Without a look at the environment, approvals count as on where their pages are.
 */
export async function probeApprovals(
  { url, environment }: Target,
  metadata: Metadata | undefined,
): Promise<Observations['approvals']> {
  const [issuer] = metadata?.authorization_servers ?? [];
  const clientId = environment?.ENTRA_CLIENT_ID ?? API.exec(metadata?.scopes_supported?.[0] ?? '')?.[1];
  if (issuer === undefined || clientId === undefined || !(await hasPages(url))) return undefined;
  const callback = approvalCallbackUrl(toDeployment({ ...environment, PUBLIC_URL: url }));
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid',
    prompt: 'none',
    state: 'doctor',
    nonce: 'doctor',
  });
  return { callback, answer: await ask(`${issuer.replace(/\/v2\.0\/?$/, '')}/oauth2/v2.0/authorize?${query}`) };
}

/** The page of a link that nobody made: a page of ours, and not the answer to any unknown path. */
async function hasPages(url: string): Promise<boolean> {
  const { status, headers } = await ask(new URL('/approvals/doctor', url).href);
  return status === 404 && (headers.get('content-type') ?? '').includes('text/html');
}
