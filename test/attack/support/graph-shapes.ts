import type { OutgoingRequest } from './outgoing.js';
import type { Target } from './target.js';

/** Characters of an id, `/` only percent-encoded. */
const ID = '(?:[A-Za-z0-9_-]|%2B|%2F|%3D)+';

/** Query parameters the tools are meant to send, with the only values they are meant to have. */
const SELECT = { $select: /^[A-Za-z]+(,[A-Za-z]+)*$/ };
const PAGE = { $top: /^\d+$/ };
const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const VIEW = { startDateTime: INSTANT, endDateTime: INSTANT, $orderby: /^start\/dateTime$/, ...SELECT, ...PAGE };

/** Everything the tools are meant to ask of Graph: paths below `/me`, each with its query and no other. */
const SHAPES: readonly (readonly [request: string, query: Readonly<Record<string, RegExp>>])[] = [
  ['GET /v1\\.0/me', SELECT],
  ['GET /v1\\.0/me/mailboxSettings', SELECT],
  ['GET /v1\\.0/me/calendars', { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/me/(?:calendar|calendars/${ID})/calendarView`, VIEW],
  [`GET /v1\\.0/me/events/${ID}`, SELECT],
  [`POST /v1\\.0/me/(?:calendars/${ID}/)?events`, {}],
  [`POST /v1\\.0/me/events/${ID}/(?:accept|tentativelyAccept|decline)`, {}],
];

/** Requests that went elsewhere than a tool is meant to go, or asked otherwise than it is meant to ask. */
export function strayRequests(sent: readonly OutgoingRequest[], { tenant }: Target): string[] {
  return sent
    .filter(({ origin }) => origin !== tenant.entraUrl)
    .filter((request) => request.origin !== tenant.graphUrl || !isMeant(request))
    .map(({ origin, method, path }) => `${method} ${origin}${path}`);
}

function isMeant({ method, path }: OutgoingRequest): boolean {
  const [pathname = '', search = '', ...rest] = path.split('?');
  const shape = SHAPES.find(([request]) => new RegExp(`^${request}$`).test(`${method} ${pathname}`));
  if (!shape || rest.length > 0) return false;
  const asked = [...new URLSearchParams(search)];
  const known = Object.entries(shape[1]);
  return (
    asked.length === known.length && known.every(([name, value]) => asked.some(([n, v]) => n === name && value.test(v)))
  );
}
