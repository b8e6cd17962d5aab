import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readCookies } from './cookies.js';
import type { Seal } from './seal.js';

/** What a passage through Entra is known by again. */
const secretsShape = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Milliseconds since the epoch. */
  endsAt: z.number(),
});
export type FlowSecrets = z.output<typeof secretsShape>;

export interface FlowKind<Begun extends object> {
  readonly seal: Seal;
  readonly shape: z.ZodType<Begun>;
  /** Beginning of the names of its cookies. */
  readonly cookie: string;
  /** Characters that its cookies may have together: proxies take headers of 8 KB. */
  readonly maxCookies: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly isHttps: boolean;
}

const LASTS_MS = 600_000;
const STATE = /^[\w-]{32}$/;

/**
 * Passages through Entra, each in a sealed cookie of the browser that began it, so that no other browser can end it and two
 * tabs do not disturb each other.
 */
export class SealedFlows<Begun extends object> {
  readonly #kind: FlowKind<Begun>;

  constructor(kind: FlowKind<Begun>) {
    this.#kind = kind;
  }

  start(response: Response, begun: Begun): Begun & FlowSecrets {
    const { seal, now, isHttps } = this.#kind;
    const random = () => randomBytes(24).toString('base64url');
    const verifier = randomBytes(48).toString('base64url');
    const secrets: FlowSecrets = { state: random(), nonce: random(), verifier, endsAt: now() + LASTS_MS };
    const sealed = seal.seal({ begun, secrets });
    this.#makeRoom(response, sealed.length);
    const options = { httpOnly: true, secure: isHttps, sameSite: 'lax', path: '/', maxAge: LASTS_MS } as const;
    response.cookie(this.#cookieName(secrets.state), sealed, options);
    return { ...begun, ...secrets };
  }

  /** The flow that this very browser began; undefined for any other, and for one that is over. */
  find(request: Request, state: unknown): (Begun & FlowSecrets) | undefined {
    if (typeof state !== 'string' || !STATE.test(state)) return undefined;
    const flow = this.#open(readCookies(request).get(this.#cookieName(state)));
    return flow?.state === state && flow.endsAt > this.#kind.now() ? flow : undefined;
  }

  end(response: Response, { state }: FlowSecrets): void {
    this.#clear(response, this.#cookieName(state));
  }

  #open(sealed: string | undefined): (Begun & FlowSecrets) | undefined {
    if (sealed === undefined) return undefined;
    const shape = z.strictObject({ begun: this.#kind.shape, secrets: secretsShape });
    const { data } = shape.safeParse(this.#kind.seal.open(sealed));
    return data && { ...data.begun, ...data.secrets };
  }

  /** Ends the oldest flows of this browser, so that those which are begun and left do not fill its requests. */
  #makeRoom(response: Response, needed: number): void {
    const newestFirst = [...readCookies(response.req)]
      .filter(([name]) => name.startsWith(this.#cookieName('')))
      .map(([name, sealed]) => ({ name, length: sealed.length, endsAt: this.#open(sealed)?.endsAt ?? 0 }))
      .sort((a, b) => b.endsAt - a.endsAt);
    let total = needed;
    for (const { name, length, endsAt } of newestFirst) {
      total += length;
      if (total > this.#kind.maxCookies || endsAt <= this.#kind.now()) this.#clear(response, name);
    }
  }

  #clear(response: Response, name: string): void {
    response.clearCookie(name, { path: '/', secure: this.#kind.isHttps });
  }

  /** `__Host-` keeps other hosts of the domain from setting it (RFC 6265bis). */
  #cookieName(state: string): string {
    return `${this.#kind.isHttps ? '__Host-' : ''}${this.#kind.cookie}${state.slice(0, 8)}`;
  }
}
