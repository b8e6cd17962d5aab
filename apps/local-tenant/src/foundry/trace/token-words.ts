import { decodeJws } from '../../entra/keys/jws.js';
import type { TenantState } from '../../tenant-state.js';

type Fact = string | number | boolean | readonly string[] | undefined;
export type Facts = Readonly<Record<string, Fact>>;

/** What may be shown of a credential. */
export interface TokenWords {
  readonly text: string;
  readonly facts?: Facts;
}

/** The claims of an access token in words; never the token. */
export function describeToken({ directory, clock }: TenantState, token: string): TokenWords {
  const claims = decodeJws(token)?.claims;
  if (!claims) return { text: 'A token is sent that cannot be read from outside.' };
  const client = String(claims.azp ?? claims.appid);
  const clientName = directory.application(client)?.displayName ?? client;
  const audience = directory.resource(String(claims.aud))?.displayName ?? String(claims.aud);
  const person = typeof claims.scp === 'string' ? String(claims.name ?? claims.oid) : undefined;
  const expires = new Date(Number(claims.exp) * 1000);
  const expired = expires <= clock() ? ' It has expired.' : '';
  const facts = {
    audience,
    client: clientName,
    person,
    scopes: typeof claims.scp === 'string' ? claims.scp.split(' ') : undefined,
    appOnly: person === undefined,
    tenantId: String(claims.tid),
    version: String(claims.ver),
    expires: expires.toISOString(),
  };
  const whose = person === undefined ? `of ${clientName} itself, with no person behind it,` : `of ${person}`;
  return { text: `A token ${whose} is sent, for ${audience}, got by ${clientName}.${expired}`, facts };
}
