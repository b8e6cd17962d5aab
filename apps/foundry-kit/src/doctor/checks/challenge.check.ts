import type { Observations, Metadata } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';
import { challengeParameter } from '../probe.js';

/** Whether the server asks for a token, and tells clients the truth about which. */
export function checkChallenge(observations: Observations): readonly Finding[] {
  const { anonymous, metadata, target } = observations;
  if (anonymous.status === 200) return [answersAnybody()];
  if (anonymous.status !== 401) return [];
  const named = challengeParameter(anonymous, 'resource_metadata');
  if (named === undefined) return [noMetadataNamed()];
  if (metadata === undefined) return [metadataUnreadable(named)];
  return [
    ...misplaced(named, metadata, target.url),
    // The front takes `resource`, and does not send it to Entra.
    ...(observations.front ? [] : resourceIndicator(metadata)),
    ...(metadata.scopes_supported?.some((scope) => scope.endsWith('offline_access')) ? [offlineAccessListed()] : []),
    ...(observations.discovery && observations.discovery.status !== 200 ? [issuerUnreadable(observations.entra)] : []),
  ];
}

/** The metadata has to be of the URL that clients use (RFC 9728 section 3.3), scheme and host included. */
function misplaced(named: string, { resource = '' }: Metadata, url: string): readonly Finding[] {
  if (resource === url && new URL(named).origin === new URL(url).origin) return [];
  return [
    error(
      'public_url_wrong',
      `The server calls itself ${resource}, and clients call it ${url}.`,
      'PUBLIC_URL is of another address, often http instead of https behind a proxy that ends TLS.',
      `Set PUBLIC_URL=${url}. Behalf reads no X-Forwarded header.`,
    ),
  ];
}

/** Entra compares the `resource` parameter (RFC 8707) with the resource of the scopes. */
function resourceIndicator({ resource = '', scopes_supported: [scope = ''] = [] }: Metadata): readonly Finding[] {
  const applicationIdUri = scope.replace(/\/[^/]*$/, '');
  if (scope === '' || applicationIdUri === resource) return [];
  return [
    warning(
      'resource_differs',
      `Scopes are of ${applicationIdUri}, the resource is ${resource}.`,
      'Foundry sends no "resource" parameter and is not touched by this. Clients that send it (RFC 8707) are refused by Entra with AADSTS9010010 or AADSTS901002.',
      'For such clients set the Application ID URI of the app registration, and ENTRA_APP_ID_URI, to the URL of the server; or switch the authorization front on (docs/authorization-front.md).',
    ),
  ];
}

function answersAnybody(): Finding {
  return error(
    'answers_anybody',
    'The server answers without a token.',
    'This is not Behalf, or something in front adds a token of its own to every call.',
    'Remove what adds the token: with it every caller acts as the same person.',
  );
}

function noMetadataNamed(): Finding {
  return error(
    'challenge_missing',
    'The 401 names no resource metadata.',
    'Something in front answers in place of the server (an API gateway, Easy Auth), or removes WWW-Authenticate.',
    'Switch its authentication off for this path, and let the header pass.',
  );
}

function metadataUnreadable(url: string): Finding {
  return error(
    'metadata_unreadable',
    `The resource metadata cannot be read at ${url}.`,
    'PUBLIC_URL names another address, or the proxy in front passes only /mcp on.',
    'Set PUBLIC_URL to the public URL, and pass /.well-known/oauth-protected-resource on as well.',
  );
}

function offlineAccessListed(): Finding {
  return error(
    'offline_access_listed',
    'The server lists offline_access among its own scopes.',
    'It belongs to no API; a client that asks for <Application ID URI>/offline_access is refused by Entra.',
    'Remove it here, and ask for it in the connection.',
  );
}

function issuerUnreadable(issuer: string | undefined): Finding {
  return error(
    'issuer_unreadable',
    `The OpenID configuration of ${issuer} cannot be read from here.`,
    'The tenant id or the cloud is wrong, or the network does not reach the sign-in pages.',
    'Check ENTRA_TENANT_IDS and ENTRA_CLOUD.',
  );
}
