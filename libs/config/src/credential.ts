import { type AuthConfig, readCertificate } from '@app/auth';
import { cloudOf } from './clouds.js';
import type { SetVariables } from './variables.js';

type CredentialConfig = AuthConfig['credential'];
type Kind = CredentialConfig['kind'];

/** The ladder, best first, and the variable that tells which step is meant. */
export const CREDENTIAL_KINDS = ['managed-identity', 'certificate', 'secret'] as const satisfies readonly Kind[];

const TOLD_BY: Readonly<Record<Kind, string>> = {
  'managed-identity': 'ENTRA_MANAGED_IDENTITY_CLIENT_ID',
  certificate: 'ENTRA_CERTIFICATE_FILE',
  secret: 'ENTRA_CLIENT_SECRET',
};

/** The credential that the variables configure; without any (passthrough needs none) an empty secret. */
export function credentialOf(given: SetVariables): CredentialConfig {
  const kind = given.ENTRA_CREDENTIAL ?? configuredKinds(given)[0];
  if (kind === 'managed-identity') {
    return { kind, clientId: given.ENTRA_MANAGED_IDENTITY_CLIENT_ID, exchangeAudience: cloudOf(given).tokenExchange };
  }
  if (kind === 'certificate') return certificateOf(given);
  return { kind: 'secret', secret: given.ENTRA_CLIENT_SECRET ?? '' };
}

/** No credential, several, one without its variable, or a certificate that cannot be used. */
export function validateCredential(given: SetVariables): readonly string[] {
  if (given.TOKEN_MODE === 'passthrough') return [];
  const configured = configuredKinds(given);
  const chosen = given.ENTRA_CREDENTIAL;
  if (configured.length > 1)
    return [`ENTRA_CREDENTIAL is wrong: set only one of ${configured.map((kind) => TOLD_BY[kind]).join(', ')}`];
  if (chosen !== undefined && configured[0] !== undefined && configured[0] !== chosen) {
    return [`ENTRA_CREDENTIAL is wrong: ${TOLD_BY[configured[0]]} is for "${configured[0]}"`];
  }
  if (configured.length === 0 && chosen !== 'managed-identity') return [nothingConfigured(chosen)];
  return credentialOf(given).kind === 'certificate' ? validateCertificate(given) : [];
}

function nothingConfigured(chosen: string | undefined): string {
  const wanted = chosen === 'certificate' ? TOLD_BY.certificate : TOLD_BY.secret;
  return `${wanted} is missing: On-Behalf-Of needs ENTRA_CREDENTIAL=managed-identity, ENTRA_CERTIFICATE_FILE or ENTRA_CLIENT_SECRET`;
}

function configuredKinds(given: SetVariables): Kind[] {
  return CREDENTIAL_KINDS.filter((kind) => given[TOLD_BY[kind]] !== undefined);
}

function certificateOf(given: SetVariables): CredentialConfig & { kind: 'certificate' } {
  return {
    kind: 'certificate',
    certificateFile: given.ENTRA_CERTIFICATE_FILE ?? '',
    privateKeyFile: given.ENTRA_CERTIFICATE_KEY_FILE,
    password: given.ENTRA_CERTIFICATE_PASSWORD,
  };
}

function validateCertificate(given: SetVariables): readonly string[] {
  try {
    readCertificate(certificateOf(given));
    return [];
  } catch (error) {
    return [`ENTRA_CERTIFICATE_FILE is wrong: ${error instanceof Error ? error.message : 'it cannot be read'}`];
  }
}
