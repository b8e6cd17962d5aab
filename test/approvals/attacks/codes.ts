import { createHash } from 'node:crypto';
import type { Person } from '../support.js';
import { anna, type Target } from './target.js';

/** The code that Entra gives for a link, kept from the callback. */
export async function codeIn(person: Person, url: string): Promise<string> {
  person.browser.stopsBefore = '/approvals/callback';
  const stopped = await person.open(url);
  person.browser.stopsBefore = undefined;
  const code = stopped.next?.searchParams.get('code');
  if (!code) throw new Error(`Entra gave no code:\n${stopped.html}`);
  return code;
}

/** The code that Entra gives another client for Anna. */
export async function codeOfClient({ tenant }: Target, client: 'foundry' | 'rogue'): Promise<string> {
  const url = new URL(`${tenant.entraUrl}/${tenant.tenantId}/oauth2/v2.0/authorize`);
  const api = tenant.clients['behalf-api'].clientId;
  const parameters = {
    client_id: tenant.clients[client].clientId,
    response_type: 'code',
    redirect_uri: 'https://localhost/redirect',
    scope: `openid api://${api}/Mail.Send`,
    code_challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const person = anna();
  person.browser.stopsBefore = '/redirect?';
  const code = (await person.open(url.href)).next?.searchParams.get('code');
  if (!code) throw new Error('Entra gave no code');
  return code;
}
