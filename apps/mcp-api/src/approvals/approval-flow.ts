import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readCookies } from '../browser/cookies.js';
import type { Seal } from '../browser/seal.js';

const seen = z.strictObject({ version: z.string().optional(), recipients: z.string() });

/** One passage through Entra, in a sealed cookie of the browser that began it. */
const flowShape = z.strictObject({
  /** The sealed request of the link. */
  request: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Present: the person approved what they saw, and the write follows. */
  approved: seen.optional(),
  /** Whether Entra was asked to show no page. */
  silent: z.boolean(),
  loginHint: z.string().optional(),
  /** Milliseconds since the epoch. */
  endsAt: z.number(),
});
export type ApprovalFlow = z.output<typeof flowShape>;

/** What a form of ours was rendered for. */
const shownShape = z.strictObject({ state: z.string(), seen, loginHint: z.string().optional() });
export type ShownForm = z.output<typeof shownShape>;

const LASTS_MS = 600_000;
/** Characters of cookies: proxies take headers of 8 KB, and the sealed requests are most of what a browser sends here. */
const MAX_COOKIES = 6_000;
const COOKIE = 'behalf-approval-';
const STATE = /^[\w-]{32}$/;

export type NewFlow = Pick<ApprovalFlow, 'request' | 'approved' | 'silent' | 'loginHint'>;

/** Keeps what belongs to a sign-in in cookies, one for each, so that two tabs do not disturb each other. */
export class ApprovalFlows {
  readonly #flows: Seal;
  readonly #forms: Seal;
  readonly #now: () => number;
  readonly #isHttps: boolean;

  /** @param now milliseconds since the epoch */
  constructor(seals: { readonly flows: Seal; readonly forms: Seal }, now: () => number, isHttps: boolean) {
    this.#flows = seals.flows;
    this.#forms = seals.forms;
    this.#now = now;
    this.#isHttps = isHttps;
  }

  start(response: Response, begun: NewFlow): ApprovalFlow {
    const random = () => randomBytes(24).toString('base64url');
    const secrets = { state: random(), nonce: random(), verifier: randomBytes(48).toString('base64url') };
    const flow: ApprovalFlow = { ...begun, ...secrets, endsAt: this.#now() + LASTS_MS };
    const sealed = this.#flows.seal(flow);
    this.#makeRoom(response, sealed.length);
    response.cookie(this.#cookieName(flow.state), sealed, {
      httpOnly: true,
      secure: this.#isHttps,
      sameSite: 'lax',
      path: '/',
      maxAge: LASTS_MS,
    });
    return flow;
  }

  /** The flow that this very browser began; undefined for any other, and for one that is over. */
  find(request: Request, state: unknown): ApprovalFlow | undefined {
    if (typeof state !== 'string' || !STATE.test(state)) return undefined;
    const cookie = readCookies(request).get(this.#cookieName(state));
    const flow = flowShape.safeParse(cookie === undefined ? undefined : this.#flows.open(cookie)).data;
    return flow?.state === state && flow.endsAt > this.#now() ? flow : undefined;
  }

  end(response: Response, { state }: ApprovalFlow): void {
    this.#clear(response, this.#cookieName(state));
  }

  sealForm(form: ShownForm): string {
    return this.#forms.seal(form);
  }

  openForm(sealed: unknown): ShownForm | undefined {
    return typeof sealed === 'string' ? shownShape.safeParse(this.#forms.open(sealed)).data : undefined;
  }

  /** Ends the oldest sign-ins of this browser, so that links which are opened and left do not fill its requests. */
  #makeRoom(response: Response, needed: number): void {
    const ours = [...readCookies(response.req)].filter(([name]) => name.startsWith(this.#cookieName('')));
    const endsAt = (sealed: string) => flowShape.safeParse(this.#flows.open(sealed)).data?.endsAt ?? 0;
    const newestFirst = ours
      .map(([name, sealed]) => ({ name, length: sealed.length, endsAt: endsAt(sealed) }))
      .sort((a, b) => b.endsAt - a.endsAt);
    let total = needed;
    for (const { name, length, endsAt: end } of newestFirst) {
      total += length;
      if (total > MAX_COOKIES || end <= this.#now()) this.#clear(response, name);
    }
  }

  #clear(response: Response, name: string): void {
    response.clearCookie(name, { path: '/', secure: this.#isHttps });
  }

  /** `__Host-` keeps other hosts of the domain from setting it (RFC 6265bis). */
  #cookieName(state: string): string {
    return `${this.#isHttps ? '__Host-' : ''}${COOKIE}${state.slice(0, 8)}`;
  }
}
