// What the playground's page asks of the local tenant, as one object.
import { jsonRequest } from '../local-https.mjs';

const FOUNDRY_AUDIENCE = 'https://ai.azure.com';

/** @param {{ control: string, graph: string, foundry: string, ca: Buffer, state: any }} local */
export function tenantClient(local) {
  const ownRequests = new Set();
  const ask = async (url, options = {}) => {
    const { status, headers, body } = await jsonRequest(url, { ca: local.ca, ...options });
    if (headers['request-id']) ownRequests.add(headers['request-id']);
    if (status >= 400) throw new Error(sentenceOf(body) ?? `${new URL(url).host} answered ${status} without a reason.`);
    return body;
  };
  const control = (method, path, body, signal) => ask(`${local.control}${path}`, { method, body, signal });
  const token = async (request, signal) => (await control('POST', '/token', request, signal)).access_token;
  return {
    control,
    token,
    /** The person's own sign-in to Foundry. */
    foundryToken: (user, signal) =>
      token({ user, client: 'cli', audience: FOUNDRY_AUDIENCE, scope: 'user_impersonation' }, signal),
    /** The requests that the page itself made at Graph: the trace leaves them out. */
    ownRequests,
    /** Graph as the person, for the picture of the week. */
    async graph(user, path, { headers = {}, signal } = {}) {
      const authorization = `Bearer ${await token({ user, audience: 'graph' }, signal)}`;
      // Where Graph is broken on purpose, its log knows the request by the name that we gave it.
      const id = crypto.randomUUID();
      ownRequests.add(id);
      return ask(`${local.graph}/v1.0${path}`, {
        headers: { authorization, 'client-request-id': id, ...headers },
        signal,
      });
    },
  };
}

function sentenceOf(body) {
  return [body?.error?.message, body?.error].find((words) => typeof words === 'string' && words !== '');
}
