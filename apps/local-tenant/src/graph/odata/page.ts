import type { ODataQuery } from './query.js';

const DEFAULT_TOP = 10;

/** One page of a collection with its count and the absolute link to what follows. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly annotations: Readonly<Record<string, unknown>>;
}

export function pageOf<T>(all: readonly T[], query: ODataQuery, url: URL, defaultTop = DEFAULT_TOP): Page<T> {
  const top = query.top ?? defaultTop;
  const end = query.skip + top;
  return {
    items: all.slice(query.skip, end),
    annotations: {
      ...(query.count ? { '@odata.count': all.length } : {}),
      ...(end < all.length ? { '@odata.nextLink': nextLink(url, end) } : {}),
    },
  };
}

function nextLink(url: URL, skip: number): string {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^(\$|%24)skip=/i.test(pair));
  return `${url.origin}${url.pathname}?${[...kept, `$skip=${skip}`].join('&')}`;
}
