import type { Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';
import { ownClientId } from '../probe-entra.js';
import { objectOf } from '../probe.js';

interface HttpError {
  readonly reason?: string;
  readonly error_description?: string;
}

/** What the server itself said to the token, where no other check explains it. */
export function checkRefusal(observations: Observations): readonly Finding[] {
  const { listing } = observations;
  if (listing === undefined || listing.status === 200) return [];
  const { reason, error_description: description } = objectOf<HttpError>(listing) ?? {};
  if (reason === 'client_not_allowed') return [clientNotAllowed(observations)];
  if (reason === 'guest_not_allowed') return [guestNotAllowed()];
  return [
    error(
      'refused',
      `tools/list with the token is answered with ${listing.status}${reason ? ` (${reason})` : ''}.`,
      description ?? listing.failure ?? 'The answer does not say why.',
      'docs/troubleshooting.md has a row for every reason.',
    ),
  ];
}

/** How long a call takes; Foundry gives up at 100 s. */
export function checkDuration({ context }: Observations): readonly Finding[] {
  const seconds = Math.round((context?.milliseconds ?? 0) / 1000);
  if (seconds < 10) return [];
  return [
    warning(
      'slow',
      `get_my_context took ${seconds} s.`,
      'Foundry gives up after 100 s.',
      'Look at durationMs and the Graph request ids in the audit log; set a minimum of one replica where cold starts are the cause.',
    ),
  ];
}

function clientNotAllowed({ claims, target, metadata }: Observations): Finding {
  const clientId = claims?.azp ?? claims?.appid ?? 'unknown';
  if (clientId === ownClientId(target, metadata)) return frontOff();
  return error(
    'client_not_allowed',
    `The application that obtained the token (${clientId}) is not allowed.`,
    'Only OAuth clients that the operator named may call.',
    `Add ${clientId} to ENTRA_ALLOWED_CLIENT_IDS when it is the client of your Foundry connection.`,
  );
}

function frontOff(): Finding {
  return error(
    'front_off',
    "The token was obtained by the server's own registration.",
    'Only the authorization front gives such tokens to clients, and it is off; sign-ins to approve have them too, which are not for calls.',
    'Set AUTHORIZATION_FRONT=true where clients sign in through the front, or sign in with a client of its own.',
  );
}

function guestNotAllowed(): Finding {
  return error(
    'guest_not_allowed',
    'The person is a guest of the tenant.',
    'GUESTS=refuse.',
    'Sign in with an account of the tenant itself, or set GUESTS=allow.',
  );
}
