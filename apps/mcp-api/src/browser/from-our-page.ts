import type { Request } from 'express';

/** Browsers send `Origin: null` from a page that hides its referrer; then `Sec-Fetch-Site` tells. */
export function isFromOurPage({ headers }: Request, base: URL): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === base.origin || ((origin === undefined || origin === 'null') && site === 'same-origin');
}
