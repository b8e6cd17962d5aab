// A response of the agent, asked for as the person and streamed through to the page.
import { request } from 'node:https';
import { PROJECT } from './modes.mjs';

/** @param {{ user: string, mode: string, input: unknown, previousResponseId?: string }} turn */
export async function respond(tenant, local, { user, mode, input, previousResponseId }, response) {
  const token = await tenant.foundryToken(user);
  const body = {
    input,
    stream: true,
    previous_response_id: previousResponseId,
    agent_reference: { name: mode, type: 'agent_reference' },
  };
  const url = `${local.foundry}/api/projects/${PROJECT}/openai/v1/responses`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const outgoing = request(url, { ca: local.ca, method: 'POST', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      'content-type': answer.headers['content-type'] ?? 'application/json',
    });
    answer.pipe(response);
  });
  outgoing.on('error', () =>
    response.writeHead(502).end(JSON.stringify({ error: { message: 'Foundry does not answer.' } })),
  );
  outgoing.end(JSON.stringify(body));
}
