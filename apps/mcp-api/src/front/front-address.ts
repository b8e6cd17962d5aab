import type { Request } from 'express';

/** Where Entra returns people to who sign in for a client of the front: a redirect URI of this API's registration. */
export function callbackUrl(issuer: string): string {
  return `${issuer}/authorization/callback`;
}

/** The query of a request as it came. */
export function queryOf({ originalUrl }: Request): string {
  const mark = originalUrl.indexOf('?');
  return mark < 0 ? '' : originalUrl.slice(mark + 1);
}
