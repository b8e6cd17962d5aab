import type { FrontObservations, Metadata, Observations, ServerMetadata } from '../observations.js';
import { error, type Finding } from '../finding.js';
import type { Answer } from '../http.js';
import { isSecure } from '../is-secure.js';
import { objectOf } from '../probe.js';

/** Titles of the front's pages (apps/mcp-api/src/front/front-pages.ts). */
const NOT_KNOWN = 'This application is not known here';
const NOT_LOOKED_UP = 'This application cannot be looked up';

/** Whether clients that Entra does not know can sign in at the authorization front. */
export function checkFront({ front, metadata }: Observations): readonly Finding[] {
  if (!front) return [];
  const described = front.metadataAnswer.status === 200 ? front.metadata : undefined;
  if (!described) return [metadataUnreadable(front)];
  return [
    ...(described.issuer === front.issuer ? [] : [issuerDiffers(front, described)]),
    ...endpointsElsewhere(front, described),
    ...(described.code_challenge_methods_supported?.includes('S256') ? [] : [pkceMissing()]),
    ...(isAbout(described, metadata ?? {}) ? [] : [metadataDiffers()]),
    ...unreachable(front),
    ...(front.callbackAnswer?.text?.includes('AADSTS50011') ? [redirectMissing(front)] : []),
    ...[...front.clients].flatMap(([id, answer]) => client(id, answer)),
  ];
}

/** Both documents have to speak of the same server and the same scopes. */
function isAbout({ protected_resources: resources = [], scopes_supported: scopes = [] }: ServerMetadata, of: Metadata) {
  return resources.includes(of.resource ?? '') && (of.scopes_supported ?? []).every((scope) => scopes.includes(scope));
}

/** Who answers at another address could take codes and tokens for itself. */
function endpointsElsewhere({ issuer }: FrontObservations, described: ServerMetadata): readonly Finding[] {
  const isOwn = (url = '') =>
    URL.canParse(url) && new URL(url).origin === new URL(issuer).origin && isSecure(new URL(url));
  const { authorization_endpoint: authorize, token_endpoint: token } = described;
  return [authorize, token].every(isOwn) ? [] : [endpointElsewhere(authorize, token)];
}

function unreachable({ authorize, token }: FrontObservations): readonly Finding[] {
  const answered = objectOf<{ readonly error?: string }>(token)?.error;
  return [
    ...(authorize && titleOf(authorize) !== NOT_KNOWN ? [endpointUnreachable('authorization', authorize)] : []),
    ...(token && answered !== 'invalid_client' ? [endpointUnreachable('token', token)] : []),
  ];
}

function client(id: string, answer: Answer): readonly Finding[] {
  const title = titleOf(answer);
  if (title === NOT_KNOWN) return [clientUnknown(id)];
  return title === NOT_LOOKED_UP ? [documentUnusable(id, answer.text ?? '')] : [];
}

function titleOf({ text = '' }: Answer): string | undefined {
  return /<title>([^<]*) · Behalf<\/title>/.exec(text)?.[1];
}

function metadataUnreadable({ metadataUrl }: FrontObservations): Finding {
  return error(
    'front_metadata_unreadable',
    `The metadata of the authorization front cannot be read at ${metadataUrl}.`,
    'The server names itself as authorization server, and the proxy in front passes only some paths on.',
    'Pass /.well-known/oauth-authorization-server and /authorization/ on as well.',
  );
}

function issuerDiffers({ issuer }: FrontObservations, described: ServerMetadata): Finding {
  return error(
    'front_issuer_differs',
    `The metadata of the authorization front is of ${described.issuer}, and clients were sent to ${issuer}.`,
    'Clients stop where both are not the same text (RFC 8414 section 3.3). Another server answers there, or a cache holds an older document.',
    'Let one server answer both documents, with one PUBLIC_URL.',
  );
}

function endpointElsewhere(authorize = 'nothing', token = 'nothing'): Finding {
  return error(
    'front_endpoint_elsewhere',
    `The endpoints of the authorization front are ${authorize} and ${token}.`,
    'They have to be https, at the host of the issuer: otherwise codes go to somebody else.',
    'Set PUBLIC_URL to the https URL that clients use, and look at what changes the document on its way.',
  );
}

function pkceMissing(): Finding {
  return error(
    'front_pkce_missing',
    'The metadata of the authorization front does not name PKCE with S256.',
    'MCP clients refuse to sign in without it, and the front refuses requests without it.',
    'Look at what changes the document on its way: the server always names it.',
  );
}

function metadataDiffers(): Finding {
  return error(
    'front_metadata_differs',
    'The metadata of the authorization front speaks of another resource or of fewer scopes than that of the resource.',
    'Two servers answer under this name, started with different environments, or a cache holds an older document.',
    'Start all replicas with the same environment, and empty the cache.',
  );
}

function endpointUnreachable(name: string, { status, failure }: Answer): Finding {
  return error(
    'front_endpoint_unreachable',
    `The ${name} endpoint of the front does not answer as it should (${failure ?? `HTTP ${status}`}).`,
    'Something in front answers in its place, or passes only /mcp and /.well-known/ on.',
    'Pass /authorization/ on, GET and POST, with query and body as they are.',
  );
}

function redirectMissing({ callback }: FrontObservations): Finding {
  return error(
    'front_redirect_missing',
    `Entra does not know the redirect URI ${callback} of this API's registration.`,
    'Nobody can sign in through the authorization front: Entra ends with AADSTS50011.',
    'npm run foundry -- connect registers it where AUTHORIZATION_FRONT=true is set; or add it to the registration as a Web redirect URI.',
  );
}

function clientUnknown(id: string): Finding {
  return error(
    'front_client_unknown',
    `The authorization front does not know the client ${id}.`,
    'It is not in FRONT_CLIENTS of the running server, nor is it the URL of a document at a host of FRONT_CLIENT_HOSTS.',
    'Add it, with its exact redirect URIs or with its host, and start the server again; plan --client says what to write.',
  );
}

/** The server's own sentence says why. */
function documentUnusable(id: string, page: string): Finding {
  const text = page.replace(/\s+/g, ' ').replace(/&#34;/g, '"');
  const why = /The document .*?\.(?= Nothing was granted)/.exec(text)?.[0];
  return error(
    'front_document_unusable',
    `The metadata document of the client ${id} cannot be used.`,
    why ?? 'The server does not say why.',
    'The server has to reach it over https at a public address, without redirects; its client_id has to be this very URL.',
  );
}
