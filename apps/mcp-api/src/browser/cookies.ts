import type { Request } from 'express';

/** The cookies of a request, by name. */
export function readCookies({ headers: { cookie = '' } }: Request): ReadonlyMap<string, string> {
  const pairs = cookie.split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()] as const;
  });
  return new Map(pairs);
}
