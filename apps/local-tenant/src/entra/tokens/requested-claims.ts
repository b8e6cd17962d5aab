import { EntraError } from '../errors/entra-error.js';

interface AccessTokenClaims {
  readonly xms_cc?: { readonly values?: unknown };
  readonly acrs?: { readonly value?: unknown; readonly values?: unknown };
  readonly [claim: string]: unknown;
}

/** The client capabilities that a `claims` parameter declares, as `cp1`. */
export function capabilitiesOf(claims: string | undefined): readonly string[] {
  const values = accessTokenClaims(claims).xms_cc?.values;
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

/** The authentication contexts that a `claims` parameter asks for, as `c1`; the sign-in satisfies each that there can be. */
export function acrsOf(claims: string | undefined): readonly string[] {
  const { value, values } = accessTokenClaims(claims).acrs ?? {};
  const asked: readonly unknown[] = Array.isArray(values) ? values : [value];
  return asked.filter((context) => typeof context === 'string' && /^c\d{1,2}$/.test(context)) as readonly string[];
}

/** Whether a `claims` parameter answers a challenge: it asks for more than the capabilities. */
export function wantsFreshClaims(claims: string | undefined): boolean {
  return Object.keys(accessTokenClaims(claims)).some((claim) => claim !== 'xms_cc');
}

function accessTokenClaims(claims: string | undefined): AccessTokenClaims {
  if (claims === undefined || claims === '') return {};
  try {
    const { access_token: wanted } = JSON.parse(claims) as { access_token?: AccessTokenClaims };
    return wanted ?? {};
  } catch {
    throw new EntraError(9002313, { about: 'the claims parameter is no JSON' });
  }
}
