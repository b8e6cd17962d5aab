import type { UserContext } from '@app/domain';
import { Breaker } from '@app/http';
import { Client } from '@microsoft/microsoft-graph-client';
import { BreakerMiddleware } from './breaker.middleware.js';
import type { GraphAccess } from './graph-access.js';
import { GraphSession } from './graph-session.js';
import { HttpsHandler } from './https-handler.js';
import { RetryMiddleware } from './retry.middleware.js';
import { UserAuthorizationMiddleware } from './user-authorization.middleware.js';

const VERSION = 'v1.0';

/** Opens Graph for one person and one call: their token, to the configured origin only, within the call's limits. */
export class GraphClientFactory {
  readonly #config: GraphAccess;
  readonly #breaker: Breaker;

  constructor(config: GraphAccess) {
    const { protocol, origin } = new URL(config.origin);
    // RFC 6750, 5.3: bearer tokens travel over TLS only.
    if (protocol !== 'https:') throw new Error(`Graph's origin must be https, not ${origin}.`);
    this.#config = { ...config, origin };
    this.#breaker = new Breaker(config.breaker);
  }

  get origin(): string {
    return this.#config.origin;
  }

  sessionFor(user: UserContext): GraphSession {
    const { origin, requestTimeoutMs, maxRetries = 3, retryDelayMs = 500 } = this.#config;
    const client = Client.initWithMiddleware({
      baseUrl: origin,
      defaultVersion: VERSION,
      middleware: [
        new BreakerMiddleware(this.#breaker, user),
        new UserAuthorizationMiddleware(user, origin),
        new RetryMiddleware(user.limits, { requestTimeoutMs, maxRetries, retryDelayMs }),
        new HttpsHandler(),
      ],
    });
    return new GraphSession(client, `${origin}/${VERSION}/`, user.limits);
  }
}
