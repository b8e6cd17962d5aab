import { ConfigError, readConfig } from '@app/config';
import type { Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';

/** Foundry waits this long for a tool that does not stream. */
const FOUNDRY_TIMEOUT_MS = 100_000;

/** A look from the inside: the environment that the server is started with. */
export function checkConfiguration({ target, metadata }: Observations): readonly Finding[] {
  if (target.environment === undefined) return [];
  try {
    const { server, auth, front } = readConfig(target.environment);
    return [
      ...(server.resource.href === target.url ? [] : [otherPublicUrl(server.resource.href, target.url)]),
      ...(server.callTimeoutMs >= FOUNDRY_TIMEOUT_MS ? [timeoutTooLong(server.callTimeoutMs)] : []),
      ...(auth.credential.kind === 'secret' && auth.tokenMode === 'obo' ? [secretEnds()] : []),
      ...(auth.tokenMode === 'passthrough' ? [passthrough()] : []),
      ...(metadata &&
      !(metadata.authorization_servers ?? []).some((url) => url.startsWith(front?.issuer ?? auth.entraOrigin))
        ? [otherServer()]
        : []),
    ];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return [
      error(
        'configuration',
        'The server does not start with this environment.',
        cause.message,
        'docs/configuration.md describes every variable.',
      ),
    ];
  }
}

function otherPublicUrl(configured: string, url: string): Finding {
  return error(
    'public_url_other',
    `PUBLIC_URL is ${configured}, not ${url}.`,
    'Metadata, challenges and the expected host follow PUBLIC_URL.',
    'Set it to the URL that clients use.',
  );
}

function timeoutTooLong(milliseconds: number): Finding {
  return warning(
    'timeout_too_long',
    `CALL_TIMEOUT_MS is ${milliseconds}.`,
    'Foundry gives up at 100 s, and the person sees no reason.',
    'Set it below 100000.',
  );
}

function secretEnds(): Finding {
  return warning(
    'secret_in_use',
    'The server proves itself with a client secret.',
    'It expires on a date that the server cannot see, and it can be copied.',
    'Prefer ENTRA_CREDENTIAL=managed-identity, or a certificate.',
  );
}

function passthrough(): Finding {
  return warning(
    'passthrough',
    'TOKEN_MODE=passthrough.',
    'MCP forbids passing tokens on, and only Graph can verify them.',
    'Prefer TOKEN_MODE=obo.',
  );
}

function otherServer(): Finding {
  return error(
    'other_environment',
    'The running server was started with another environment than this one.',
    'Its metadata names another authorization server.',
    'Look at the environment of the running process.',
  );
}
