import { z } from 'zod';
import type { Seal } from '../browser/seal.js';
import { type FlowSecrets, SealedFlows } from '../browser/sealed-flows.js';

const seen = z.strictObject({ version: z.string().optional(), recipients: z.string() });

/** One sign-in at Entra for a page of approval. */
const flowShape = z.strictObject({
  /** The sealed request of the link. */
  request: z.string(),
  /** Present: the person approved what they saw, and the write follows. */
  approved: seen.optional(),
  /** Whether Entra was asked to show no page. */
  silent: z.boolean(),
  loginHint: z.string().optional(),
});
export type NewFlow = z.output<typeof flowShape>;
export type ApprovalFlow = NewFlow & FlowSecrets;

/** The same, to be begun anew. */
export function toNewFlow({ request, approved, silent, loginHint }: ApprovalFlow): NewFlow {
  return { request, approved, silent, loginHint };
}

/** What a form of ours was rendered for. */
const shownShape = z.strictObject({ state: z.string(), seen, loginHint: z.string().optional() });
export type ShownForm = z.output<typeof shownShape>;

/** The sealed requests are most of what a browser sends here. */
const MAX_COOKIES = 6_000;

/** Keeps what belongs to a sign-in with the browser, and seals what a form was rendered for. */
export class ApprovalFlows extends SealedFlows<NewFlow> {
  readonly #forms: Seal;

  /** @param now milliseconds since the epoch */
  constructor(seals: { readonly flows: Seal; readonly forms: Seal }, now: () => number, isHttps: boolean) {
    super({ seal: seals.flows, shape: flowShape, cookie: 'behalf-approval-', maxCookies: MAX_COOKIES, now, isHttps });
    this.#forms = seals.forms;
  }

  sealForm(form: ShownForm): string {
    return this.#forms.seal(form);
  }

  openForm(sealed: unknown): ShownForm | undefined {
    return typeof sealed === 'string' ? shownShape.safeParse(this.#forms.open(sealed)).data : undefined;
  }
}
