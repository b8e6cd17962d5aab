import type { RequestHandler } from 'express';

const OPTIONS = ['select', 'top', 'skip', 'orderby', 'filter', 'count', 'expand', 'search', 'skiptoken'];
const KEYS =
  /\/(messages|mailFolders|childFolders|events|calendars|calendarGroups|users|attachments|items)\('([^'/]+)'\)/gi;
/** A message has one id in all of its mailbox, whatever folders its address names before. */
const IN_FOLDER = /\/mailFolders\/[^/]+(?:\/childFolders\/[^/]+)*\/messages\/(?!delta\b)/i;

/**
 * Gives addresses one spelling: a key in brackets as a segment (OData 4.01, 4.3.1), a query option with its `$`, which v1.0
 * takes without, and in small letters.
 */
export const oneSpelling: RequestHandler = (request, _response, next) => {
  const [path = '', query] = splitOnce(request.url);
  const spelled = path.replaceAll(KEYS, '/$1/$2').replace(IN_FOLDER, '/messages/');
  request.url = query === undefined ? spelled : `${spelled}?${withDollars(query)}`;
  next();
};

function splitOnce(url: string): readonly [string, string?] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

/** The query of an address with every option of OData as `$option`. */
export function withDollars(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      const plain = name.replace(/^(\$|%24)/, '').toLowerCase();
      return OPTIONS.includes(plain) ? [`$${plain}`, ...value].join('=') : pair;
    })
    .join('&');
}
