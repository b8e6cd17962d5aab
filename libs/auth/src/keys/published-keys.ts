import jwksRsa from 'jwks-rsa';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { fetchJson } from '../common/fetch-json.js';

export type TokenVersion = '1.0' | '2.0';

/** What is published about the tokens of one version: their issuer and the keys they may be signed with. */
export interface PublishedKeys {
  /** With `{tenantid}` where it serves many tenants, as Entra writes it. */
  readonly issuer: string;
  readonly byKid: ReadonlyMap<string, PublishedKey>;
}

export interface PublishedKey {
  /** Parsed once: parsing PEM for each call costs five times the verification. */
  readonly publicKey: KeyObject;
  /** Whose tokens this key signs, where the key says so; it may have `{tenantid}` too. */
  readonly issuer?: string;
}

/** Reads OpenID discovery of the version and the JWKS it names, of one tenant or of `organizations`. */
export async function fetchPublishedKeys(
  entraOrigin: string,
  tenantId: string,
  version: TokenVersion,
  timeoutMs: number,
): Promise<PublishedKeys> {
  const authority = `${entraOrigin}/${tenantId}${version === '2.0' ? '/v2.0' : ''}`;
  const { issuer, jwks_uri: jwksUri } = await fetchJson(`${authority}/.well-known/openid-configuration`, timeoutMs);
  if (typeof issuer !== 'string' || typeof jwksUri !== 'string' || !jwksUri.startsWith('https:')) {
    throw new Error('The OpenID discovery document names no issuer or no https jwks_uri');
  }
  return { issuer, byKid: await fetchKeys(jwksUri, timeoutMs) };
}

/** jwks-rsa drops the `issuer` that Entra writes on each key, so the raw keys are read beside it. */
async function fetchKeys(jwksUri: string, timeoutMs: number): Promise<Map<string, PublishedKey>> {
  const jwks = await fetchJson(jwksUri, timeoutMs);
  const client = new jwksRsa.JwksClient({ jwksUri, cache: false, fetcher: () => Promise.resolve({ keys: jwks.keys }) });
  const issuers = issuersByKid(jwks.keys);
  const keys = await client.getSigningKeys();
  return new Map(
    keys.map((key) => [key.kid, { publicKey: createPublicKey(key.getPublicKey()), issuer: issuers.get(key.kid) }]),
  );
}

function issuersByKid(keys: unknown): Map<unknown, string> {
  const raw: readonly { kid?: unknown; issuer?: unknown }[] = Array.isArray(keys) ? keys : [];
  return new Map(raw.flatMap(({ kid, issuer }) => (typeof issuer === 'string' ? [[kid, issuer]] : [])));
}
