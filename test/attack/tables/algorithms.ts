import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { type Attack, type AttackTable, each } from '../support/attack.js';
import { compact, type Forge, STRANGER } from '../support/forge.js';
import { badToken } from '../support/request.js';

/** Names of algorithms over a signature that is right under RS256. */
const NAMES: Readonly<Record<string, unknown>> = Object.fromEntries(
  [
    ...['none', 'None', 'NONE', 'nOnE', 'HS256', 'HS384', 'HS512', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
    ...['ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'rs256', 'RS256 ', ' RS256', 'RS256,none', '', 'dir', 'RSA-OAEP'],
    ...['RS256\u0000', 'constructor', '__proto__', null, 0, true, ['RS256'], { name: 'RS256' }, undefined],
  ].map((alg) => [`alg ${JSON.stringify(alg) ?? 'absent'}`, alg]),
);

const HMAC_KEYS: Readonly<Record<string, (forge: Forge) => string | Buffer>> = {
  'HS256 keyed with the public key as SPKI PEM': (forge) => spki(forge),
  'HS256 keyed with the public key as PKCS #1 PEM': ({ publicKey }) =>
    publicKey.export({ format: 'pem', type: 'pkcs1' }),
  'HS256 keyed with the public key as DER': ({ publicKey }) => publicKey.export({ format: 'der', type: 'spki' }),
  'HS256 keyed with the public key as JWK': ({ publicKey }) => JSON.stringify(publicKey.export({ format: 'jwk' })),
  'HS256 keyed with the key id': ({ kid }) => kid,
  'HS256 keyed with an empty key': () => '',
  "HS256 keyed with this API's client secret": ({ tenant }) => tenant.clients['behalf-api'].secret,
};

const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Tokens that are signed, but not with RS256. */
const SIGNED_OTHERWISE: Readonly<Record<string, (forge: Forge) => string>> = {
  'RS384 with the right key': (forge) =>
    signedWith(forge, 'RS384', (input) => sign('RSA-SHA384', input, forge.privateKey)),
  'RS512 with the right key': (forge) =>
    signedWith(forge, 'RS512', (input) => sign('RSA-SHA512', input, forge.privateKey)),
  'PS256 with the right key': (forge) => signedWith(forge, 'PS256', (input) => pss(input, forge)),
  'ES256 with a key of its own': (forge) =>
    signedWith(forge, 'ES256', (input) => sign('sha256', input, { key: EC.privateKey, dsaEncoding: 'ieee-p1363' })),
  'ES256 with a signature of zeros': (forge) => signedWith(forge, 'ES256', () => Buffer.alloc(64)),
};

/** Tokens that say RS256 and are signed otherwise. */
const LABELLED_RS256: Readonly<Record<string, (forge: Forge) => string>> = {
  'RS256 over an RSA-PSS signature': (forge) => signedWith(forge, 'RS256', (input) => pss(input, forge)),
  'RS256 over an RS512 signature': (forge) =>
    signedWith(forge, 'RS256', (input) => sign('RSA-SHA512', input, forge.privateKey)),
  'RS256 over an HMAC with the public key': (forge) =>
    signedWith(forge, 'RS256', (input) => createHmac('sha256', spki(forge)).update(input).digest()),
  'RS256 over an ECDSA signature': (forge) =>
    signedWith(forge, 'RS256', (input) => sign('sha256', input, EC.privateKey)),
  'RS256 over a signature of zeros': (forge) => signedWith(forge, 'RS256', () => Buffer.alloc(256)),
  "RS256 over a stranger's signature": (forge) =>
    signedWith(forge, 'RS256', (input) => sign('RSA-SHA256', input, STRANGER.privateKey)),
};

const UNSIGNED: readonly Attack[] = ['none', 'None', 'RS256'].map((alg) => ({
  name: `alg ${alg} without a signature`,
  ...badToken((forge) => signedWith(forge, alg, () => Buffer.alloc(0)), 'token_malformed'),
}));

export const algorithms: AttackTable = {
  name: 'algorithms',
  attacks: [
    ...each(NAMES, (alg) => badToken((forge) => forge.token({}, { alg }), 'algorithm_not_allowed')),
    ...UNSIGNED,
    ...each(HMAC_KEYS, hmac),
    ...each(SIGNED_OTHERWISE, (token) => badToken(token, 'algorithm_not_allowed')),
    ...each(LABELLED_RS256, (token) => badToken(token, 'bad_signature')),
  ],
};

function hmac(key: (forge: Forge) => string | Buffer): Omit<Attack, 'name'> {
  return badToken(
    (forge) => signedWith(forge, 'HS256', (input) => createHmac('sha256', key(forge)).update(input).digest()),
    'algorithm_not_allowed',
  );
}

function signedWith(forge: Forge, alg: string, signature: (input: Buffer) => Buffer): string {
  return compact(forge.header({ alg }), JSON.stringify(forge.claims()), signature);
}

function pss(input: Buffer, { privateKey: key }: Forge): Buffer {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return sign('sha256', input, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
}

function spki({ publicKey }: Forge): string | Buffer {
  return publicKey.export({ format: 'pem', type: 'spki' });
}
