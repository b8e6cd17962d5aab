// A response of the agent, asked for as the person and streamed through to the page.
import { request } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { PROJECT } from './modes.mjs';

/** @param {{ user: string, mode: string, input: unknown, previousResponseId?: string }} turn */
export async function respond(tenant, local, { user, mode, input, previousResponseId }, response, signal) {
  const token = await tenant.foundryToken(user, signal);
  const body = {
    input,
    stream: true,
    previous_response_id: previousResponseId,
    agent_reference: { name: mode, type: 'agent_reference' },
  };
  const answer = await answerOf(`${local.foundry}/api/projects/${PROJECT}/openai/v1/responses`, {
    ca: local.ca,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  response.writeHead(answer.statusCode ?? 502, {
    'content-type': answer.headers['content-type'] ?? 'application/json',
  });
  // An answer that breaks off breaks off on the page too.
  await pipeline(answer, response);
}

function answerOf(url, { body, ...options }) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, resolve);
    outgoing.on('error', () => reject(new Error('Foundry does not answer.')));
    outgoing.end(body);
  });
}
