import type { Observations } from '../observations.js';
import { error, type Finding } from '../finding.js';
import { isSecure } from '../is-secure.js';

/** Whether Foundry can reach the URL at all. */
export function checkAddress({ target, anonymous }: Observations): readonly Finding[] {
  const url = new URL(target.url);
  return [
    ...(isSecure(url) ? [] : [notHttps()]),
    ...(url.search === '' ? [] : [hasQuery()]),
    ...(anonymous.failure === undefined ? [] : [unreachable(url.hostname, anonymous.failure)]),
    ...([301, 302, 307, 308].includes(anonymous.status) ? [redirected(anonymous.status)] : []),
    ...([404, 405].includes(anonymous.status) ? [wrongPath(url.pathname, anonymous.status)] : []),
    ...(anonymous.status === 415 ? [charsetRefused()] : []),
    ...(anonymous.status === 403 ? [hostRefused()] : []),
  ];
}

function notHttps(): Finding {
  return error(
    'not_https',
    'The URL is not https.',
    "Foundry's portal takes it and every call then fails with an SSL error.",
    'Give the server a certificate, or put it behind something that has one, and use the https URL.',
  );
}

function hasQuery(): Finding {
  return error(
    'query_in_url',
    'The URL has a query.',
    'Foundry drops the query of the target when it forwards a call.',
    'Use the URL without a query: POST /mcp needs none.',
  );
}

function unreachable(host: string, failure: string): Finding {
  const certificate = /CERT|SELF_SIGNED|ISSUER|ALTNAME|SSL/i.test(failure);
  return certificate
    ? error(
        'certificate',
        `The certificate of ${host} is not accepted (${failure}).`,
        'Foundry accepts certificates of public authorities for this host name only.',
        'Install the whole chain of a certificate for this host name.',
      )
    : error(
        'unreachable',
        `${host} does not answer (${failure}).`,
        'Wrong host name, a firewall, or the server does not run. A private server needs the Standard setup of Foundry with a subnet for MCP.',
        'Check the name in DNS, the ingress and the log of the server.',
      );
}

function redirected(status: number): Finding {
  return error(
    'redirected',
    `POST is answered with a redirect (${status}).`,
    'Something in front redirects, and a redirected POST loses its body or its token.',
    'Use the URL to which it leads, and the host name that the server is known by.',
  );
}

function wrongPath(path: string, status: number): Finding {
  return error(
    'wrong_path',
    `POST ${path} is answered with ${status}.`,
    'MCP is served at another path; Foundry shows this as HTTP 404 or 405 of the tool.',
    'Use the path /mcp, and leave it as it is in the proxy in front.',
  );
}

function charsetRefused(): Finding {
  return error(
    'charset_refused',
    'application/json with a charset is answered with 415.',
    "Foundry's client sends application/json; charset=utf-8.",
    'Let the proxy in front pass the Content-Type header through.',
  );
}

function hostRefused(): Finding {
  return error(
    'host_refused',
    'The server or something in front answers 403 before it looks at the token.',
    'The host name of the URL is not one that the server expects, or a firewall refuses the call.',
    'Set PUBLIC_URL to this URL, or name the host in ALLOWED_HOSTS.',
  );
}
