import { createHash, type KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { TOKEN_EXCHANGE_RESOURCE, type Application } from '../../directory/applications.js';
import type { TenantState } from '../../tenant-state.js';
import { EntraError } from '../errors/entra-error.js';
import { decodeJws, type DecodedJws } from '../keys/jws.js';
import { verifyTenantToken } from '../tokens/tenant-token.js';
import type { Form } from '../read-form.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A signed statement in a secret's place (RFC 7523): by a registered certificate, or a managed identity's token. */
export async function verifyClientAssertion(state: TenantState, client: Application, form: Form): Promise<void> {
  const { client_assertion: assertion = '', client_assertion_type: type } = form;
  if (type !== ASSERTION_TYPE) throw new EntraError(900144, { about: `client_assertion_type=${ASSERTION_TYPE}` });
  const jws = decodeJws(assertion);
  if (!jws) throw new EntraError(50027);
  if (jws.claims.iss === client.clientId) await verifySelfSigned(state, client, assertion, jws);
  else verifyFederated(state, client, jws);
}

/** Claims as Microsoft's certificate-credentials page wants them: iss = sub = client id, aud = the token endpoint. */
async function verifySelfSigned(
  state: TenantState,
  client: Application,
  assertion: string,
  { header, claims }: DecodedJws,
): Promise<void> {
  const key = registeredKey(state, client, header);
  try {
    await jwtVerify(assertion, key, {
      algorithms: ['PS256', 'RS256'],
      subject: client.clientId,
      clockTolerance: 300,
      currentDate: state.clock(),
      requiredClaims: ['exp', 'aud'],
    });
  } catch (error) {
    throw new EntraError(700027, { about: error instanceof errors.JOSEError ? error.message : 'the signature' });
  }
  if (!isTokenEndpoint(claims.aud)) throw new EntraError(700027, { about: 'aud is not the token endpoint' });
}

function registeredKey(state: TenantState, client: Application, header: DecodedJws['header']): KeyObject {
  const certificate = state.clients.certificates(client).find(({ raw }) => {
    return header['x5t#S256'] === thumbprint('sha256', raw) || header.x5t === thumbprint('sha1', raw);
  });
  if (!certificate) throw new EntraError(700027, { about: 'no certificate with this thumbprint is registered' });
  return certificate.publicKey;
}

/** By path: a client that was configured for Microsoft's host and led here signs that host's name. */
function isTokenEndpoint(audience: unknown): boolean {
  if (typeof audience !== 'string' || !URL.canParse(audience)) return false;
  return /^\/[^/]+\/(oauth2\/v2\.0\/token|v2\.0|oauth2\/token)?$/.test(new URL(audience).pathname);
}

function verifyFederated(state: TenantState, client: Application, jws: DecodedJws): void {
  const { aud, sub, iss } = jws.claims;
  const trusted = trustedSubjects(state, client, iss);
  const token = verifyTenantToken(state, jws);
  if (trusted.length === 0 || token.problem)
    throw new EntraError(70021, { about: token.problem ?? 'none is configured' });
  if (aud !== TOKEN_EXCHANGE_RESOURCE.clientId) throw new EntraError(70021, { about: 'the audience differs' });
  if (!trusted.some((subject) => subject === sub)) throw new EntraError(70021, { about: 'the subject differs' });
}

/** Whom the client trusts: the seeded one its managed identity, any the federated credentials that were added. */
function trustedSubjects(state: TenantState, client: Application, issuer: unknown): readonly string[] {
  const seeded = client.federatedIdentity && state.directory.application(client.federatedIdentity);
  const added = state.directory.registrations.byAppId(client.clientId)?.federated ?? [];
  const subjects = added.filter((one) => one.issuer === issuer).map(({ subject }) => subject);
  return [...(seeded ? [seeded.objectId] : []), ...subjects];
}

function thumbprint(algorithm: 'sha1' | 'sha256', der: Buffer): string {
  return createHash(algorithm).update(der).digest('base64url');
}
