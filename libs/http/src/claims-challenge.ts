/**
 * The claims (JSON) that an API wants in the next token, from `WWW-Authenticate: Bearer error="insufficient_claims",
 * claims="<base64>"`: continuous access evaluation. Undefined when there is no such challenge.
 */
export function claimsChallenge(headers: Headers): string | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  if (!/\berror="insufficient_claims"/i.test(challenge)) return undefined;
  const claims = /\bclaims="([^"]+)"/i.exec(challenge)?.[1] ?? '';
  const json = Buffer.from(claims, 'base64').toString('utf8');
  return isObject(json) ? json : undefined;
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
