import type { ODataQuery } from '../odata/query.js';
import { invalidRequest } from './drive-errors.js';
import type { ItemOrder, Place } from './item-order.js';
import type { DriveItem } from './model.js';

const PAGE = 200;

/** One page of items with the absolute link to what follows. */
export interface ItemPage {
  readonly items: readonly DriveItem[];
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** A token names the place after which it goes on, so that items made or removed in between lose and repeat nothing. */
export function itemPage(all: readonly DriveItem[], order: ItemOrder, query: ODataQuery, url: URL): ItemPage {
  const after = query.skipToken === undefined ? undefined : readToken(query.skipToken, order);
  const left = all
    .map((item) => ({ item, place: order.placeOf(item) }))
    .filter(({ place }) => after === undefined || order.compare(place, after) > 0)
    .sort((one, other) => order.compare(one.place, other.place));
  const page = left.slice(0, query.top ?? PAGE);
  const last = page.at(-1);
  const next = last && page.length < left.length ? { '@odata.nextLink': nextLink(url, order, last.place) } : {};
  return { items: page.map(({ item }) => item), annotations: next };
}

function nextLink(url: URL, { name }: ItemOrder, place: Place): string {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:\$|%24)skiptoken=/i.test(pair));
  const token = Buffer.from(JSON.stringify([name, place])).toString('base64url');
  return `${url.origin}${url.pathname}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}

/** @throws GraphError 400 for a token that is none, or that another order gave */
function readToken(token: string, { name }: ItemOrder): Place {
  const [order, place] = parsed(token);
  if (order !== name || !Array.isArray(place)) throw invalidRequest('The $skiptoken is not one of this list.');
  return place as Place;
}

function parsed(token: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
