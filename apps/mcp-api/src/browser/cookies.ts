import type { Request } from 'express';

/**
 * The cookies of a request, by name. Only a space and a tab are left out around them (RFC 6265, section 5.6): without other
 * white space, a name that another host of the domain may set would become one that it may not.
 */
export function readCookies({ headers: { cookie = '' } }: Request): ReadonlyMap<string, string> {
  const pairs = cookie.split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [trim(pair.slice(0, equals)), trim(pair.slice(equals + 1))] as const;
  });
  return new Map(pairs);
}

function trim(text: string): string {
  return text.replace(/^[ \t]+/, '').replace(/(?<![ \t])[ \t]+$/, '');
}
