import { LOOPBACK } from './loopback.js';

/** A client of the front, whoever says so. */
export interface FrontClient {
  /** `client_id`: a name that the operator gave, or the URL of its metadata document. */
  readonly id: string;
  /** What it calls itself; its own word. */
  readonly name?: string;
  readonly redirectUris: readonly string[];
  /** Whether the operator of this server named it. */
  readonly isRegistered: boolean;
}

/**
 * Whether answers for the client may go there: the very text that is registered, or, for a program that listens at an
 * address of loopback, the same with any port (RFC 8252 section 7.3). For `localhost`, which RFC 8252 section 8.3 advises
 * against, only where it is registered without a port: nobody listens at port 80, so that any port is what is meant.
 */
export function takesRedirect({ redirectUris }: Pick<FrontClient, 'redirectUris'>, uri: string): boolean {
  if (redirectUris.includes(uri)) return true;
  const asked = LOOPBACK.exec(uri)?.groups;
  if (!asked || Number(asked.port ?? 80) > 65_535) return false;
  return redirectUris.some((known) => {
    const registered = LOOPBACK.exec(known)?.groups;
    if (!registered || registered.host !== asked.host || registered.rest !== asked.rest) return false;
    return asked.host !== 'localhost' || registered.port === undefined;
  });
}
