/**
 * The claims (JSON) that Graph wants in the next token, from `WWW-Authenticate: Bearer error="insufficient_claims",
 * claims="<base64>"`: continuous access evaluation. Undefined when there is no such challenge.
 */
export function claimsChallenge(headers: Headers): string | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  if (!/\berror="insufficient_claims"/i.test(challenge)) return undefined;
  const claims = /\bclaims="([^"]+)"/i.exec(challenge)?.[1];
  return claims === undefined ? undefined : decode(claims);
}

function decode(claims: string): string | undefined {
  try {
    const json = Buffer.from(claims, 'base64').toString('utf8');
    return typeof JSON.parse(json) === 'object' ? json : undefined;
  } catch {
    return undefined;
  }
}
