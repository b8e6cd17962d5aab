import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readCookies } from '../browser/cookies.js';
import type { Seal } from '../browser/seal.js';
import { type Asked, askedShape } from './authorization-request.js';

const LASTS_MS = 600_000;
const BROWSER = /^[\w-]{32}$/;

const formShape = z.strictObject({ asked: askedShape, browser: z.string(), endsAt: z.number() });

/**
 * The forms of consent: each holds what was asked, sealed for the browser that was shown it. A cookie knows the browser
 * again and says nothing of consent, so that no cookie stands for an approval.
 */
export class ConsentForms {
  readonly #seal: Seal;
  readonly #now: () => number;
  readonly #isHttps: boolean;

  /** @param now milliseconds since the epoch */
  constructor(seal: Seal, now: () => number, isHttps: boolean) {
    this.#seal = seal;
    this.#now = now;
    this.#isHttps = isHttps;
  }

  seal(request: Request, response: Response, asked: Asked): string {
    const browser = this.#browserOf(request) ?? randomBytes(24).toString('base64url');
    const options = { httpOnly: true, secure: this.#isHttps, sameSite: 'lax', path: '/', maxAge: LASTS_MS } as const;
    response.cookie(this.#cookie, browser, options);
    return this.#seal.seal({ asked, browser, endsAt: this.#now() + LASTS_MS });
  }

  /** What this browser was shown. */
  open(request: Request, sealed: unknown): Asked | undefined {
    const { data } = formShape.safeParse(typeof sealed === 'string' ? this.#seal.open(sealed) : undefined);
    return data && data.browser === this.#browserOf(request) && data.endsAt > this.#now() ? data.asked : undefined;
  }

  get #cookie(): string {
    return `${this.#isHttps ? '__Host-' : ''}behalf-consent`;
  }

  #browserOf(request: Request): string | undefined {
    const browser = readCookies(request).get(this.#cookie);
    return browser !== undefined && BROWSER.test(browser) ? browser : undefined;
  }
}
