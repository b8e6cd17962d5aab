import type { UserContext, UserToken } from '@app/domain';
import { claimsChallenge } from '@app/http';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { ChainedMiddleware } from './chained.middleware.js';
import { asClientError } from './client-error.js';

/**
 * Puts the person's token on requests to the configured origin, and refuses to send any other. A request whose token Graph
 * refuses was not served, so it is sent once more with another token, where there is one.
 */
export class UserAuthorizationMiddleware extends ChainedMiddleware implements Middleware {
  readonly #user: UserContext;
  readonly #origin: string;

  constructor(user: UserContext, origin: string) {
    super();
    this.#user = user;
    this.#origin = origin;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    if (new URL(url).origin !== this.#origin) throw new Error('The request is not for the configured Graph origin.');
    const { token } = this.#user;
    await this.#send(context, token);
    const another = await this.#renewToken(token, context.response);
    if (another === undefined) return;
    await context.response?.body?.cancel();
    await this.#send(context, another);
  }

  async #send(context: Context, token: UserToken): Promise<void> {
    context.options = {
      ...context.options,
      // Graph's calendar paths do not redirect; whoever answers with one gets no second request from us.
      redirect: 'manual',
      headers: {
        ...(context.options?.headers as Record<string, string> | undefined),
        Authorization: `Bearer ${token.reveal()}`,
        'client-request-id': asGuid(this.#user.limits.traceId),
      },
    };
    await this.next(context);
    this.#user.recordRequestId(context.response?.headers.get('request-id'));
  }

  async #renewToken(token: UserToken, response: Response | undefined): Promise<UserToken | undefined> {
    const claims = response && claimsChallenge(response.headers);
    if (claims === undefined && response?.status !== 401) return undefined;
    return this.#user.renewToken({ token, claims }).catch((error: unknown) => {
      throw asClientError(error);
    });
  }
}

/** Graph logs `client-request-id` as a GUID; a W3C trace id is the same 128 bits without dashes. */
function asGuid(traceId: string): string {
  return traceId.replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i, '$1-$2-$3-$4-$5');
}
