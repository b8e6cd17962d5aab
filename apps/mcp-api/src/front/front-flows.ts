import { askedShape } from './authorization-request.js';
import { SealedFlows } from '../browser/sealed-flows.js';
import type { Seal } from '../browser/seal.js';
import type { z } from 'zod';

/** A sign-in at Entra that the person approved for a client. */
const shape = askedShape.omit({ prompt: true });
export type Approved = z.output<typeof shape>;

const MAX_COOKIES = 4_000;

/** Approved sign-ins, each in a sealed cookie that is set when the person approves and not before. */
export class FrontFlows extends SealedFlows<Approved> {
  constructor(seal: Seal, now: () => number, isHttps: boolean) {
    super({ seal, shape, cookie: 'behalf-front-', maxCookies: MAX_COOKIES, now, isHttps });
  }
}
