import { toSetVariables } from '@app/config';
import { frontCallbackUrl } from '../plan/deployment.js';
import { type Answer, ask } from './http.js';
import type { FrontObservations, Metadata, ServerMetadata, Target } from './observations.js';
import { askForRedirect, entraIssuerOf, frontIssuerOf, ownClientId } from './probe-entra.js';

/** Of nobody, so that no request of the doctor can lead to a grant. */
const NOBODYS = 'https://doctor.invalid/';

/** Asks the authorization front, where the server has one, for all that can be known without signing in. */
export async function probeFront(
  target: Target,
  metadata: Metadata | undefined,
): Promise<FrontObservations | undefined> {
  const issuer = metadata && frontIssuerOf(metadata);
  if (issuer === undefined) return undefined;
  const { origin } = new URL(issuer);
  const metadataUrl = `${origin}/.well-known/oauth-authorization-server`;
  const metadataAnswer = await ask(metadataUrl);
  const described = typeof metadataAnswer.json === 'object' ? (metadataAnswer.json as ServerMetadata | null) : null;
  const callback = frontCallbackUrl({ mcpUrl: `${origin}/` });
  const [entra, clientId] = [entraIssuerOf(target, metadata), ownClientId(target, metadata)];
  const isKnown = entra !== undefined && clientId !== undefined;
  return {
    ...{ issuer, metadataUrl, metadataAnswer, metadata: described ?? undefined, callback },
    ...(await endpoints(origin, described ?? {})),
    clients: await clients(origin, target, described?.authorization_endpoint),
    callbackAnswer: isKnown ? await askForRedirect(entra, clientId, callback) : undefined,
  };
}

/** What both say to a request that names no client; at another origin they are not asked. */
async function endpoints(origin: string, { authorization_endpoint: authorize, token_endpoint: token }: ServerMetadata) {
  const body = new URLSearchParams({ grant_type: 'authorization_code' });
  return {
    authorize: isAt(origin, authorize) ? await ask(authorize) : undefined,
    token: isAt(origin, token) ? await ask(token, { method: 'POST', body }) : undefined,
  };
}

/** Clients that the environment registers, and the one that is asked about. */
async function clients(origin: string, { environment, clientId }: Target, endpoint: string | undefined) {
  const { FRONT_CLIENTS: registered = '' } = toSetVariables(environment ?? {});
  const ids = registered.split(';').map((client) => client.split(':')[0]?.trim() ?? '');
  const answers = new Map<string, Answer>();
  if (!isAt(origin, endpoint)) return answers;
  for (const id of new Set([...ids, clientId ?? ''].filter((one) => one !== ''))) {
    const query = new URLSearchParams({ client_id: id, redirect_uri: NOBODYS, response_type: 'code' });
    answers.set(id, await ask(`${endpoint}?${query}`));
  }
  return answers;
}

function isAt(origin: string, url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}
