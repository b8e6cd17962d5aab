import jwksRsa from 'jwks-rsa';
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
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
  /** When its certificate ends, where it comes with one; in milliseconds since the epoch. */
  readonly usableUntil?: number;
}

const MIN_BITS = 2048;

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

/** jwks-rsa drops the `issuer` that Entra writes on each key, and its certificate, so the raw keys are read beside it. */
async function fetchKeys(jwksUri: string, timeoutMs: number): Promise<Map<string, PublishedKey>> {
  const { keys: published } = await fetchJson(jwksUri, timeoutMs);
  const client = new jwksRsa.JwksClient({ jwksUri, cache: false, fetcher: () => Promise.resolve({ keys: published }) });
  const raw = rawByKid(published);
  const keys = await client.getSigningKeys();
  const parsed = keys.map((key) => {
    const { issuer, x5c } = raw.get(key.kid) ?? {};
    const publicKey = createPublicKey(key.getPublicKey());
    return [key.kid, { publicKey, issuer: textOrUndefined(issuer), usableUntil: expiryOf(x5c) }] as const;
  });
  return new Map(parsed.filter(([, { publicKey }]) => isStrong(publicKey)));
}

interface RawKey {
  readonly kid?: unknown;
  readonly issuer?: unknown;
  readonly x5c?: unknown;
}

function rawByKid(keys: unknown): ReadonlyMap<unknown, RawKey> {
  const raw: readonly unknown[] = Array.isArray(keys) ? keys : [];
  return new Map(raw.map((key): RawKey => Object(key)).map((key) => [key.kid, key]));
}

function textOrUndefined(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** RS256 wants 2048 bits or more (RFC 7518 section 3.3). */
function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_BITS;
}

/** Of the certificate that a key comes with, in milliseconds since the epoch; one that cannot be read has ended. */
function expiryOf(x5c: unknown): number | undefined {
  if (x5c === undefined) return undefined;
  try {
    const [first] = x5c as readonly string[];
    return Date.parse(new X509Certificate(Buffer.from(first ?? '', 'base64')).validTo);
  } catch {
    return 0;
  }
}
