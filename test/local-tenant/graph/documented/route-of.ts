import { graphRoutes } from '../../../../apps/local-tenant/src/graph/index.js';
import { Mailboxes } from '../../../../apps/local-tenant/src/graph/mailbox/mailboxes.js';
import { NOW } from '../harness.js';

const ROUTES = graphRoutes(
  new Mailboxes(
    [],
    () => NOW,
    () => undefined,
  ),
);

/** A message is addressed below its folders too. */
export const IN_FOLDER = /\/mailFolders\/[^/]+(?:\/childFolders\/[^/]+)*\/messages\/(?!delta)/i;

/** The path of the local Graph's route that answers a documented request, or nothing where no tool needs that. */
export function routeOf(method: string, url: string): string | undefined {
  const asked = partsOf(byItem(url));
  return ROUTES.find((route) => route.method === method && isAt(partsOf(route.path), asked))?.path;
}

/** What a path names is an item, and a drive is searched from its root. */
function byItem(url: string): string {
  return url
    .replace(/\/(?:root|items\/[^/:]+):\/[^:?]+:?(?=[/?]|$)/, '/items/x')
    .replace(/\/drive\/search\(/, '/drive/root/search(')
    .replace(IN_FOLDER, '/messages/');
}

function isAt(route: readonly string[], asked: readonly string[]): boolean {
  return route.length === asked.length && route.every((part, index) => isPart(part, asked[index] ?? ''));
}

/** `{message-id}` is any, `search(q='{q}')` any call of that function. */
function isPart(part: string, asked: string): boolean {
  if (part.startsWith('{')) return !asked.includes('microsoft.graph.');
  const [called = '', rest] = part.split('(');
  if (rest !== undefined) return asked.toLowerCase().startsWith(`${called.toLowerCase()}(`);
  return called.toLowerCase() === asked.toLowerCase();
}

export function partsOf(url: string): readonly string[] {
  const [path = ''] = decodeURI(pathOf(url)).split('?');
  // A key in brackets is a segment of its own.
  return path
    .replace(/\/(\w+)\('([^'/]+)'\)/g, '/$1/$2')
    .split('/')
    .filter(Boolean);
}

/** What stands after the version. */
export function pathOf(url: string): string {
  return url.replace(/^https:\/\/graph\.microsoft\.com/, '').replace(/^\/(v1\.0|beta)(?=\/)/, '');
}
