import { toSetVariables, type Variables } from '@app/config';
import { checkFront } from '../doctor/checks/front.check.js';
import { probe } from '../doctor/probe.js';

/**
 * What the authorization front of a running server is like, where the environment has it on: what clients read of it, its
 * endpoints, its registered clients, and whether Entra returns people to it. Nobody signs in, nothing is changed.
 */
export async function verifyFront(variables: Variables): Promise<string> {
  const given = toSetVariables(variables);
  const { AUTHORIZATION_FRONT: front, PUBLIC_URL: url } = given;
  if (front !== 'true' || url === undefined) return '';
  const observations = await probe({ url, environment: given });
  if (!observations.front) return 'authorization front: the server does not name itself as authorization server\n';
  const { callbackAnswer, clients } = observations.front;
  const findings = checkFront(observations);
  const asked = `${clients.size} clients asked for, Entra ${callbackAnswer?.status ? 'answered' : 'did not answer'}`;
  const lines = findings.map(({ code, what }) => `  ${code} ${what}\n`);
  const summary = findings.length === 0 ? 'as expected' : `${findings.length} findings`;
  return `authorization front: ${summary}, ${asked}\n${lines.join('')}`;
}
