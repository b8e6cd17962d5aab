import { AuthConfig, ForwardedSignIn } from '@app/auth';
import { AppConfig } from '@app/config';
import { ToolCatalog } from '@app/domain';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuditLog } from '../audit/audit-log.js';
import { isFromOurPage } from '../browser/from-our-page.js';
import { type Page, sendPage, sendRedirect } from '../browser/page.js';
import { requestContext } from '../http/request-context.js';
import { type Asked, readAuthorization, type ReplyTo, stateOf } from './authorization-request.js';
import { DocumentError } from './clients/document-error.js';
import { type FrontClient, takesRedirect } from './clients/front-client.js';
import { FrontClients } from './clients/front-clients.js';
import { isOnThisComputer } from './clients/loopback.js';
import { ConsentForms } from './consent-forms.js';
import { consentPage } from './consent-page.js';
import { callbackUrl, queryOf } from './front-address.js';
import { FrontFlows } from './front-flows.js';
import * as pages from './front-pages.js';
import { OAuthError } from './oauth-error.js';
import { type Parameters, readParameters } from './parameters.js';
import { errorUrl } from './redirect-answer.js';

/** The authorization endpoint (RFC 6749 section 3.1): asks the person for this client, then sends them to Entra. */
@Controller('authorization')
export class AuthorizeController {
  readonly #clients: FrontClients;
  readonly #forms: ConsentForms;
  readonly #flows: FrontFlows;
  readonly #signIn: ForwardedSignIn;
  readonly #known: { readonly auth: AuthConfig; readonly catalog: ToolCatalog };
  readonly #audit: AuditLog;
  readonly #issuer: string;

  constructor(
    clients: FrontClients,
    forms: ConsentForms,
    flows: FrontFlows,
    signIn: ForwardedSignIn,
    catalog: ToolCatalog,
    audit: AuditLog,
    config: AppConfig,
  ) {
    this.#clients = clients;
    this.#forms = forms;
    this.#flows = flows;
    this.#signIn = signIn;
    this.#known = { auth: config.auth, catalog };
    this.#audit = audit;
    this.#issuer = config.front?.issuer ?? '';
  }

  /** Shows the page of consent, whatever was approved before. */
  @Get('authorize')
  async authorize(@Req() request: Request, @Res() response: Response): Promise<void> {
    const found = await this.#clientOf(queryOf(request));
    if ('title' in found) return sendPage(response, found);
    const { client, redirectUri, parameters } = found;
    const reply: ReplyTo = { client: client.id, redirectUri, clientState: stateOf(parameters) };
    try {
      const asked = readAuthorization(parameters, reply, this.#known);
      const form = this.#forms.seal(request, response, asked);
      sendPage(response, consentPage(client, asked, this.#known.catalog, form));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      this.#answerError(response, client, reply, error);
    }
  }

  /** The form of consent came back. */
  @Post('decide')
  decide(@Req() request: Request, @Res() response: Response): void {
    const { form, decision } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const asked = this.#forms.open(request, form);
    const isDecided = decision === 'approve' || decision === 'decline';
    if (!asked || !isDecided || !isFromOurPage(request, new URL(this.#issuer)))
      return sendPage(response, pages.NOT_FROM_OUR_PAGE);
    // By a page: the redirect of a form goes to this server alone (Content-Security-Policy, form-action).
    if (decision === 'approve') return sendPage(response, pages.goOn(this.#begin(response, asked)));
    const { client: frontClient, redirectUri } = asked;
    const redirectHost = new URL(redirectUri).host;
    this.#audit.record({ decision: 'declined', frontClient, redirectHost, ...requestContext(response) });
    const declined = new OAuthError('access_denied', 'The person declined.');
    sendPage(response, pages.goBack(errorUrl(asked, declined, this.#issuer)));
  }

  #begin(response: Response, { prompt, ...approved }: Asked): string {
    const { state, nonce, verifier, scopes, offline } = this.#flows.start(response, approved);
    const request = { redirectUri: callbackUrl(this.#issuer), scopes, nonce, verifier };
    return this.#signIn.authorizationUrl(request, { state, prompt, offline });
  }

  async #clientOf(query: string): Promise<Page | { client: FrontClient; redirectUri: string; parameters: Parameters }> {
    try {
      const parameters = readParameters(query);
      const redirectUri = parameters.get('redirect_uri') ?? '';
      const client = await this.#clients.find(parameters.get('client_id') ?? '');
      if (!client) return pages.UNKNOWN_CLIENT;
      return takesRedirect(client, redirectUri) ? { client, redirectUri, parameters } : pages.WRONG_REDIRECT;
    } catch (error) {
      if (error instanceof OAuthError) return pages.wrongRequest(error.description);
      if (error instanceof DocumentError) return pages.unusableDocument(error.message);
      throw error;
    }
  }

  /** Nobody is sent by a link to a host that no operator of this server has named (RFC 9700 section 4.11.2). */
  #answerError(response: Response, client: FrontClient, reply: ReplyTo, error: OAuthError): void {
    if (client.isRegistered || isOnThisComputer(reply.redirectUri))
      return sendRedirect(response, errorUrl(reply, error, this.#issuer));
    sendPage(response, pages.wrongRequest(error.description));
  }
}
