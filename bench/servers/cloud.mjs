// What a stand-in for Entra signs and publishes: one key, tokens of made-up people, the documents of OpenID Connect.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const KEY_ID = 'bench';

/** @param origin gives where the stand-in listens, once it does */
export function newCloud(origin) {
  const [tenantId, clientId, foundryId] = [randomUUID(), randomUUID(), randomUUID()];
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const base = () => `${origin()}/${tenantId}`;

  const tokenOf = (oid) => {
    const now = Math.floor(Date.now() / 1000);
    const about = { aud: clientId, iss: `${base()}/v2.0`, iat: now, nbf: now, exp: now + 7200, ver: '2.0' };
    const person = { azp: foundryId, tid: tenantId, oid, name: 'Anna Berg', scp: 'User.Read Calendars.Read' };
    const parts = [
      { typ: 'JWT', alg: 'RS256', kid: KEY_ID },
      { ...about, ...person },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const input = parts.join('.');
    return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
  };

  return {
    tokenOf,
    /** What whoever starts the stand-in is told, as one line. */
    introduction: (more) => {
      const pem = publicKey.export({ type: 'spki', format: 'pem' });
      return `${JSON.stringify({ origin: origin(), tenantId, clientId, foundryId, publicKey: pem, ...more })}\n`;
    },
    keys: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig' }] }),
    discovery: () =>
      JSON.stringify({
        issuer: `${base()}/v2.0`,
        jwks_uri: `${base()}/keys`,
        authorization_endpoint: `${base()}/authorize`,
        token_endpoint: `${base()}/token`,
      }),
  };
}
