/** Claims of an access token as far as they explain a refusal; nothing here verifies it. */
export interface Claims {
  readonly aud?: string;
  readonly iss?: string;
  readonly ver?: string;
  readonly tid?: string;
  readonly oid?: string;
  readonly scp?: string;
  readonly idtyp?: string;
  readonly xms_sub_fct?: unknown;
  readonly roles?: readonly string[];
  readonly azp?: string;
  readonly appid?: string;
  readonly exp?: number;
  readonly nbf?: number;
}

/** The claims of a JWT, or undefined when it is none. */
export function claimsOf(token: string): Claims | undefined {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}
