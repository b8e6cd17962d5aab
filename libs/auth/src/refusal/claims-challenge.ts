import type { Caller } from '@app/domain';

/** Whether a claims challenge is for this client: capability `cp1` (Microsoft identity platform, claims challenges). */
export function takesClaims({ clientCapabilities }: Pick<Caller, 'clientCapabilities'>): boolean {
  return clientCapabilities.some((capability) => capability.toLowerCase() === 'cp1');
}

/** The claims (JSON) that Graph wants in the next token, from its `WWW-Authenticate`; undefined where it names none. */
export function claimsWanted(headers: Headers): string | undefined {
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
