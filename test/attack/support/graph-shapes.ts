import type { OutgoingRequest } from './outgoing.js';
import type { Target } from './target.js';

/** Characters of an id, `/` only percent-encoded. */
const ID = '(?:[A-Za-z0-9_-]|%2B|%2F|%3D)+';

/** Of a person, percent-encoded where it has to be. */
const ADDRESS = "[A-Za-z0-9._'-]+(?:%2B[A-Za-z0-9._'-]+)*%40[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";

/** An item of a drive by its id, and a path below it in encoded segments. */
const DRIVE_ID = '(?:[A-Za-z0-9_!-]|%2B|%2F|%3D|%21)+';
const ITEM = `(?:me/drive|drives/${DRIVE_ID})/(?:root|items/${DRIVE_ID})`;
const BELOW = "(?:/(?:[A-Za-z0-9_.!~*'()-]|%[0-9A-F]{2})+)+";

/** What is searched for, encoded, any quote in it doubled. */
const QUOTED = '(?:[A-Za-z0-9_.!~*()-]|%27%27|%(?!27)[0-9A-F]{2})+';

/** Query parameters the tools are meant to send, with the only values they are meant to have. */
const SELECT = { $select: /^[A-Za-z]+(,[A-Za-z]+)*$/ };
const PAGE = { $top: /^\d+$/ };
const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const VIEW = { startDateTime: INSTANT, endDateTime: INSTANT, $orderby: /^start\/dateTime$/, ...SELECT, ...PAGE };

/** Words only as quoted phrases, joined by nothing but AND. */
const TERM = '(?:(?:(?:from|to|subject):)?\\\\"[^"\\\\]+\\\\"|(?:received|sent)[<>]=\\d{4}-\\d\\d-\\d\\d)';
const KQL = new RegExp(`^"${TERM}(?: AND ${TERM})*"$`);
/** Those whom messages went to. */
const RECIPIENT = '(?:recipients:\\\\"[^"\\\\]+\\\\")';
const TO_ANY = new RegExp(`^"${RECIPIENT}(?: OR ${RECIPIENT}){0,19}"$`);
const FILTER = {
  $filter: /^receivedDateTime ge [\d:TZ-]+(?: and (?:receivedDateTime (?:lt|le) [\d:TZ-]+|\w+ eq (?:true|false)))*$/,
  $orderby: /^receivedDateTime desc$/,
};

/** Words of a name: no quote, colon or other sign of a syntax but those around them. */
const NAME = "[\\p{L}\\p{M}\\p{N}@._' -]+";
const PEOPLE = new RegExp(`^"${NAME}"$`, 'u');
const USERS = new RegExp(`^"displayName:${NAME}" OR "mail:${NAME}"$`, 'u');

/** Everything the tools are meant to ask of Graph: paths below `/me` and the search of the directory, each with its query and no other. */
const SHAPES: readonly (readonly [request: string, query: Readonly<Record<string, RegExp>>])[] = [
  ['GET /v1\\.0/me', SELECT],
  ['GET /v1\\.0/me/drive', SELECT],
  ['GET /v1\\.0/me/mailboxSettings', SELECT],
  ['GET /v1\\.0/me/people', { ...SELECT, ...PAGE, $search: PEOPLE }],
  ['GET /v1\\.0/users', { ...SELECT, ...PAGE, $search: USERS }],
  ['GET /v1\\.0/me/calendars', { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/me/(?:calendar|calendars/${ID})/calendarView`, VIEW],
  [`GET /v1\\.0/users/${ADDRESS}/calendar/calendarView`, VIEW],
  ['POST /v1\\.0/me/calendar/getSchedule', {}],
  ['POST /v1\\.0/me/findMeetingTimes', {}],
  ['POST /v1\\.0/me/getMailTips', {}],
  ['GET /v1\\.0/places/microsoft\\.graph\\.room', { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/me/events/${ID}`, SELECT],
  [`(?:PATCH|DELETE) /v1\\.0/me/events/${ID}`, {}],
  [`GET /v1\\.0/me/events/${ID}/instances`, VIEW],
  [`POST /v1\\.0/me/(?:calendars/${ID}/)?events`, {}],
  [`POST /v1\\.0/me/events/${ID}/(?:accept|tentativelyAccept|decline|cancel)`, {}],
  [`GET /v1\\.0/me/mailFolders(?:/${ID}/childFolders)?`, { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/me/(?:mailFolders/${ID}/)?messages`, { ...SELECT, ...PAGE, $search: KQL }],
  [`GET /v1\\.0/me/(?:mailFolders/${ID}/)?messages`, { ...SELECT, ...PAGE, ...FILTER }],
  ['GET /v1\\.0/me/mailFolders/sentitems/messages', { ...SELECT, ...PAGE, $search: TO_ANY }],
  [`GET /v1\\.0/me/messages/${ID}`, SELECT],
  [`GET /v1\\.0/me/messages/${ID}/attachments`, { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/me/messages/${ID}/attachments/${ID}`, {}],
  [`GET /v1\\.0/me/messages/${ID}/attachments/${ID}`, { $expand: /^microsoft\.graph\.itemattachment\/item$/ }],
  ['POST /v1\\.0/me/messages', {}],
  [`PATCH /v1\\.0/me/messages/${ID}`, {}],
  [`GET /v1\\.0/${ITEM}(?::${BELOW}:?)?`, SELECT],
  [`GET /v1\\.0/${ITEM}/children`, { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/${ITEM}/permissions`, {}],
  [`GET /v1\\.0/me/drive/root/search\\(q='${QUOTED}'\\)`, { ...SELECT, ...PAGE }],
  [`GET /v1\\.0/${ITEM}/content`, {}],
  [`POST /v1\\.0/${ITEM}/(?:createLink|invite)`, {}],
  ['GET /_layouts/15/download\\.aspx', { tempauth: /^[\da-f-]{36}$/ }],
  [`PUT /v1\\.0/${ITEM}:${BELOW}:/content`, { '@microsoft.graph.conflictBehavior': /^(?:fail|rename|replace)$/ }],
  [`POST /v1\\.0/${ITEM}/children`, {}],
  [`(?:PATCH|DELETE) /v1\\.0/${ITEM}`, {}],
  [`POST /v1\\.0/me/messages/${ID}/(?:createReply|createReplyAll|createForward|move|send)`, {}],
];

/** Whether a tool is meant to ask this, whatever the query is. */
export function isMeantPath(method: string, pathname: string): boolean {
  return SHAPES.some(([request]) => new RegExp(`^${request}$`).test(`${method} ${pathname}`));
}

/** Requests that went elsewhere than a tool is meant to go, or asked otherwise than it is meant to ask. */
export function strayRequests(sent: readonly OutgoingRequest[], { tenant }: Target): string[] {
  return sent
    .filter(({ origin }) => origin !== tenant.entraUrl)
    .filter((request) => !isOfGraph(request, tenant.graphUrl) || !isMeant(request))
    .map(({ origin, method, path }) => `${method} ${origin}${path}`);
}

/** Contents stand on a host of their own. */
function isOfGraph({ origin, path }: OutgoingRequest, graphUrl: string): boolean {
  const contents = graphUrl.replace('localhost', '127.0.0.1');
  return origin === (/^\/(_layouts|_api)\//.test(path) ? contents : graphUrl);
}

function isMeant({ method, path }: OutgoingRequest): boolean {
  const [pathname = '', search = '', ...rest] = path.split('?');
  if (rest.length > 0) return false;
  const asked = [...new URLSearchParams(search)];
  return SHAPES.filter(([request]) => new RegExp(`^${request}$`).test(`${method} ${pathname}`)).some(([, query]) => {
    const known = Object.entries(query);
    return (
      asked.length === known.length &&
      known.every(([name, value]) => asked.some(([n, v]) => n === name && value.test(v)))
    );
  });
}
