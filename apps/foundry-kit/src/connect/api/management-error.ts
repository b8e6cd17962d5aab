import { ConnectError } from '../connect-error.js';

/** What a management endpoint answered in place of doing it. */
export class ManagementError extends ConnectError {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface Refusal {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** By status, what to do about it here. */
  readonly advice: Readonly<Record<number, string>>;
}

const EVERYWHERE: Readonly<Record<number, string>> = {
  0: 'Check the network, a proxy or firewall in between, and that this machine trusts the certificate.',
  401: 'Sign in again: az logout, az login --tenant <tenant id>.',
  409: 'Something else is changing it. Run this again: what is done stays done.',
  429: 'Too many requests. Wait some minutes and run this again: what is done stays done.',
};
const OTHERWISE = 'Run this again: what is done stays done. If it stays, the message above is from Microsoft.';

/** Names the request, what was answered, and what to do; never a body that was sent, which may hold the secret. */
export function toManagementError({ method, url, status, code, message, advice }: Refusal): ManagementError {
  const { pathname } = new URL(url);
  const answer = status === 0 ? `could not be sent (${message})` : `was answered ${status} ${code}: ${message}`;
  const fix = advice[status] ?? EVERYWHERE[status] ?? OTHERWISE;
  return new ManagementError(`${method} ${pathname} ${answer}\n${fix}`, status);
}
