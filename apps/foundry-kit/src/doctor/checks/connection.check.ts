import type { ConnectionProperties, Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';
import { isSecure } from '../is-secure.js';

const IDENTITY_PASSTHROUGH = 'Use OAuth2 (OAuth identity passthrough) or UserEntraToken.';
const WITHOUT_A_PERSON = [
  'None',
  'CustomKeys',
  'ApiKey',
  'AgenticIdentityToken',
  'ProjectManagedIdentity',
  ...['AgenticUser', 'AgentUserImpersonation', 'DeveloperConnection'],
];

/** The person's token comes through Foundry's own client. */
const OTHER_CLIENT = ['UserEntraToken', 'UserTokenAndProjectManagedIdentity'];

/** Whether the Foundry connection is one with which people can sign in, and stay signed in. */
export function checkConnection({ target }: Observations): readonly Finding[] {
  const { connection } = target;
  if (connection === undefined) return [];
  if (WITHOUT_A_PERSON.includes(connection.authType ?? '')) return [noPerson(connection.authType)];
  return [
    ...targetFindings(connection, target.url, target.agentTool?.server_url),
    ...(connection.authType === 'OAuth2' ? oauth(connection) : []),
    ...(OTHER_CLIENT.includes(connection.authType ?? '') ? [otherClient(connection.authType)] : []),
    ...(connection.name !== undefined && !/^[a-z0-9][a-z0-9-]{2,23}$/.test(connection.name)
      ? [badName(connection.name)]
      : []),
  ];
}

function targetFindings({ target = '' }: ConnectionProperties, url: string, serverUrl?: string): readonly Finding[] {
  return [
    ...(URL.canParse(target) && !isSecure(new URL(target)) ? [targetNotHttps()] : []),
    ...(target.includes('?') ? [targetHasQuery()] : []),
    ...(target !== '' && target !== url ? [otherTarget(target, url)] : []),
    ...(serverUrl !== undefined && !serverUrl.includes('/toolboxes/') && target !== '' && serverUrl !== target
      ? [serverUrlIgnored(serverUrl, target)]
      : []),
  ];
}

function oauth({
  scopes,
  credentials,
  authorizationUrl,
  tokenUrl,
  refreshUrl = '',
  redirectUrl,
}: ConnectionProperties): readonly Finding[] {
  if (!Array.isArray(scopes)) return [scopesNotAList()];
  const names = scopes.map(String);
  return [
    ...(names.includes('offline_access') ? [] : [noRefresh()]),
    ...(refreshUrl === '' ? [noRefreshUrl()] : []),
    ...(names.some((scope) => /graph\.microsoft/.test(scope)) ? [graphScopes()] : []),
    ...(names.some((scope) => scope.endsWith('/.default')) ? [defaultScope()] : []),
    ...(names.filter((scope) => scope !== 'offline_access').length === 0 ? [noScopes()] : []),
    // Null is what the service shows in place of a secret that is there.
    ...(credentials !== null && credentials?.clientSecret === undefined ? [noSecret()] : []),
    ...[authorizationUrl, tokenUrl].filter((endpoint) => endpoint?.includes('resource=')).map(resourceParameter),
    ...(/\/authorization\/authorize$/.test(authorizationUrl ?? '') ? [connectionToFront()] : []),
    ...(redirectUrl === undefined || redirectUrl === '' ? [] : [registerRedirect(redirectUrl)]),
  ];
}

function noPerson(authType = ''): Finding {
  return error(
    'connection_without_person',
    `The connection authenticates with ${authType}.`,
    'No person signs in, so there is nobody to act for.',
    IDENTITY_PASSTHROUGH,
  );
}

function otherClient(authType = ''): Finding {
  return warning(
    'client_of_foundry',
    `With ${authType} the token comes through the agent's identity or Foundry's own application, not through the OAuth client that you registered.`,
    'The server refuses it as client_not_allowed until that client is named.',
    'Call once, take the client id from the audit log, and add it to ENTRA_ALLOWED_CLIENT_IDS.',
  );
}

function connectionToFront(): Finding {
  return error(
    'connection_to_front',
    'The connection signs people in at the authorization front.',
    'The front demands PKCE and Foundry sends none; the front is for clients that Entra does not know.',
    "Use Entra's URLs, as plan writes them: Foundry has a registration of its own there.",
  );
}

function targetNotHttps(): Finding {
  return error(
    'target_not_https',
    'The target of the connection is http.',
    'It is accepted and every call fails with an SSL error.',
    'Use the https URL.',
  );
}

function targetHasQuery(): Finding {
  return error(
    'target_has_query',
    'The target of the connection has a query.',
    'Foundry drops it.',
    'Use the URL without a query.',
  );
}

function otherTarget(target: string, url: string): Finding {
  return error(
    'other_target',
    `The connection is of ${target}, not of ${url}.`,
    'Tokens are asked for and sent to that one.',
    'Make a connection for this URL; connections are best made anew rather than changed.',
  );
}

function serverUrlIgnored(serverUrl: string, target: string): Finding {
  return warning(
    'server_url_ignored',
    `The agent names ${serverUrl}, the connection ${target}.`,
    "The connection's target wins.",
    'Write the same URL in both.',
  );
}

function scopesNotAList(): Finding {
  return error(
    'scopes_not_a_list',
    'The scopes of the connection are not a list.',
    'The management API takes an array and refuses a string.',
    'Write ["<scope>", "offline_access"].',
  );
}

function noRefresh(): Finding {
  return error(
    'offline_access_missing',
    'The connection does not ask for offline_access.',
    'Without a refresh token every person is signed out when the access token expires, after about an hour, and calls then fail with 401.',
    'Add offline_access to its scopes; each person consents once more.',
  );
}

function noRefreshUrl(): Finding {
  return error(
    'refresh_url_missing',
    'The connection has no refresh URL.',
    'Foundry wants one to renew tokens; without it people are signed out when the access token expires, after about an hour.',
    'Make the connection anew with refreshUrl; in Entra it is the token URL.',
  );
}

function graphScopes(): Finding {
  return error(
    'graph_scopes',
    "The connection asks for Microsoft Graph's scopes.",
    'The token is then for Graph, and Foundry may refuse to hand it on ("Cannot pass Microsoft token to untrusted MCP endpoint").',
    'Ask for the scopes of Behalf (npm run foundry -- plan lists them); it exchanges the token itself.',
  );
}

function defaultScope(): Finding {
  return warning(
    'default_scope',
    'The connection asks for .default.',
    'The person cannot see which scopes are meant, and new ones come without being asked for.',
    'Name the scopes.',
  );
}

function noScopes(): Finding {
  return error(
    'no_scopes',
    'The connection asks for no scope of the server.',
    'Entra then gives a token for something else.',
    'Take the scopes from npm run foundry -- plan.',
  );
}

function noSecret(): Finding {
  return error(
    'secret_missing',
    'The connection has no client secret.',
    'The portal calls it optional; without it Foundry, which uses no PKCE, gets no token, and the list of tools stays empty without an error.',
    'Make a secret for the OAuth client and put it into the connection.',
  );
}

function resourceParameter(): Finding {
  return error(
    'resource_parameter',
    'An endpoint of the connection has a "resource" parameter.',
    'The v2.0 endpoints of Entra refuse it (AADSTS901002).',
    'Remove it; the scopes name the resource.',
  );
}

function registerRedirect(redirectUrl: string): Finding {
  return warning(
    'register_redirect',
    `Foundry returns people to ${redirectUrl}.`,
    'If the OAuth client has no such Web redirect URI, sign-in ends with AADSTS50011, or the consent link comes again and again.',
    'npm run foundry -- connect registers it; or add it to the OAuth client as a Web redirect URI.',
  );
}

function badName(name: string): Finding {
  return error(
    'connection_name',
    `"${name}" is not a valid connection name.`,
    'Names have 3 to 24 of a-z, 0-9 and -, a letter or digit first.',
    'Choose another.',
  );
}
