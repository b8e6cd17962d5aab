import { AuthError, PersonSignIn, type SignInRequest } from '@app/auth';
import { DomainError, ToolCatalog } from '@app/domain';
import { Controller, Get, Head, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppConfig } from '@app/config';
import { RequestError } from '../errors/request-error.js';
import { InFlight } from '../lifecycle/in-flight.js';
import { requestContext } from '../http/request-context.js';
import { ApprovalDecisions, type Attended, scopesFor, toPage } from './approval-decisions.js';
import { type ApprovalFlow, ApprovalFlows, type NewFlow, toNewFlow } from './approval-flow.js';
import { isFromOurPage } from '../browser/from-our-page.js';
import { html } from '../browser/html.js';
import { type Page, sendPage, sendRedirect } from '../browser/page.js';
import * as pages from './plain-pages.js';
import { SealedApprovals } from './sealed-approvals.js';
import type { SealedRequest } from './sealed-request.js';

type Query = Readonly<Record<string, unknown>>;

/** What Entra answers when it would have to show a page and was asked not to. */
const NEEDS_PAGE = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'];

/** What a sign-in anew, which opening the link is, can fix. */
const WANTS_SIGN_IN = ['invalid_token', 'interaction_required'];

/** The pages on which people approve what their agents ask for. */
@Controller('approvals')
export class ApprovalsController {
  readonly #requests: SealedApprovals;
  readonly #decisions: ApprovalDecisions;
  readonly #flows: ApprovalFlows;
  readonly #signIn: PersonSignIn;
  readonly #catalog: ToolCatalog;
  readonly #inFlight: InFlight;
  readonly #base: URL;
  readonly #logger = new Logger('Approvals');

  constructor(
    requests: SealedApprovals,
    decisions: ApprovalDecisions,
    flows: ApprovalFlows,
    signIn: PersonSignIn,
    catalog: ToolCatalog,
    inFlight: InFlight,
    config: AppConfig,
  ) {
    this.#requests = requests;
    this.#decisions = decisions;
    this.#flows = flows;
    this.#signIn = signIn;
    this.#catalog = catalog;
    this.#inFlight = inFlight;
    this.#base = config.approvalsUrl;
  }

  /** Nothing is carried out for whoever would not see it. */
  @Head('callback')
  headOfCallback(): never {
    throw new RequestError('method_not_allowed');
  }

  /** Where Entra sends the browser back to. */
  @Get('callback')
  async callback(@Req() request: Request, @Query() query: Query, @Res() response: Response): Promise<void> {
    const flow = this.#flows.find(request, query.state);
    if (!flow) return sendPage(response, pages.NOT_BEGUN_HERE);
    const opened = this.#open(flow.request);
    if ('title' in opened) return sendPage(response, opened);
    if (typeof query.code !== 'string') return this.#withoutCode(response, flow, opened, query.error);
    await this.#answer(response, () => this.#signedIn(response, flow, opened, String(query.code)));
  }

  /** A form of ours came back. */
  @Post('decide')
  async decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { shown, decision } = (request.body ?? {}) as Query;
    const form = this.#flows.openForm(shown);
    const flow = form && this.#flows.find(request, form.state);
    if (!form || !flow || !isFromOurPage(request, this.#base)) return sendPage(response, pages.NOT_FROM_OUR_PAGE);
    const opened = this.#open(flow.request);
    if ('title' in opened) return sendPage(response, opened);
    if (decision === 'decline')
      return sendPage(response, await this.#decisions.decline(opened, form.seen, requestContext(response)));
    if (decision !== 'approve') return sendPage(response, pages.NOT_FROM_OUR_PAGE);
    const begun = { request: flow.request, approved: form.seen, silent: true, loginHint: form.loginHint };
    const url = this.#begin(response, opened, begun);
    const body = html`<p>Your sign-in is checked once more. <a href="${url}">Go on</a></p>`;
    sendPage(response, { title: 'One moment', body, goesOnTo: url });
  }

  /** The link. Opening it changes nothing, and shows nothing before the person has signed in. */
  @Get('*link')
  open(@Param('link') link: string | string[], @Res() response: Response): void {
    const sealed = [link].flat().join('/');
    const opened = this.#open(sealed);
    if ('title' in opened) return sendPage(response, opened);
    sendRedirect(response, this.#begin(response, opened, { request: sealed, silent: false }));
  }

  #open(sealed: string): SealedRequest | Page {
    const request = this.#requests.open(sealed);
    if (!request) return pages.UNKNOWN_LINK;
    if (this.#requests.isOver(request)) return pages.LINK_OVER;
    return scopesFor(this.#catalog, request.tool) ? request : pages.NOT_ALLOWED_NOW;
  }

  #begin(response: Response, request: SealedRequest, begun: NewFlow): string {
    const flow = this.#flows.start(response, begun);
    return this.#signIn.authorizationUrl(this.#signInOf(request, flow), flow);
  }

  #withoutCode(response: Response, flow: ApprovalFlow, request: SealedRequest, error: unknown): void {
    this.#flows.end(response, flow);
    if (!flow.silent || !NEEDS_PAGE.includes(String(error))) return sendPage(response, pages.NOT_SIGNED_IN);
    sendRedirect(response, this.#begin(response, request, { ...toNewFlow(flow), silent: false }));
  }

  async #signedIn(response: Response, flow: ApprovalFlow, request: SealedRequest, code: string): Promise<Page> {
    if (flow.approved) this.#flows.end(response, flow);
    const person = await this.#signIn.redeem(code, this.#signInOf(request, flow));
    const { tenantId, objectId } = person.caller;
    if (tenantId !== request.tid || objectId !== request.oid) return pages.OTHER_PERSON;
    const { loginHint } = person;
    const shownIn = flow.approved
      ? this.#flows.start(response, { ...toNewFlow(flow), approved: undefined, silent: false })
      : flow;
    const seal: Attended['seal'] = (seen) => this.#flows.sealForm({ state: shownIn.state, seen, loginHint });
    const attended = { request, person, context: requestContext(response), seal };
    return flow.approved ? this.#decisions.carryOut(attended, flow.approved) : this.#decisions.show(attended);
  }

  async #answer(response: Response, work: () => Promise<Page>): Promise<void> {
    await this.#inFlight.track(async () => {
      const page = await work().catch((error: unknown) => this.#failure(error));
      if (!response.destroyed) sendPage(response, page);
    });
  }

  #failure(error: unknown): Page {
    const wantsSignIn = error instanceof DomainError && WANTS_SIGN_IN.includes(error.code);
    if (wantsSignIn || error instanceof AuthError) return pages.NOT_SIGNED_IN;
    if (error instanceof DomainError && error.code !== 'internal_error') return toPage(error);
    this.#logger.warn(`approval failed: ${error instanceof Error ? error.name : 'failure'}`);
    return pages.FAILED;
  }

  #signInOf({ tid: tenantId, tool }: SealedRequest, { nonce, verifier }: ApprovalFlow): SignInRequest {
    const redirectUri = new URL('callback', this.#base).href;
    return { tenantId, redirectUri, scopes: scopesFor(this.#catalog, tool) ?? [], nonce, verifier };
  }
}
