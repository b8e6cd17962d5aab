import { AppConfig } from '@app/config';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendPage, sendRedirect } from '../browser/page.js';
import { queryOf } from './front-address.js';
import { FrontFlows } from './front-flows.js';
import { NOT_BEGUN_HERE, wrongRequest } from './front-pages.js';
import { OAuthError } from './oauth-error.js';
import { MAX_FORM_LENGTH, type Parameters, readParameters } from './parameters.js';
import { answerUrl, errorUrl } from './redirect-answer.js';
import { SealedGrants } from './sealed-grants.js';

const AADSTS = /\bAADSTS\d{1,12}\b/;

/** Where Entra sends the browser back to; the code goes on to the client, sealed. */
@Controller('authorization')
export class CallbackController {
  readonly #flows: FrontFlows;
  readonly #grants: SealedGrants;
  readonly #issuer: string;

  constructor(flows: FrontFlows, grants: SealedGrants, config: AppConfig) {
    this.#flows = flows;
    this.#grants = grants;
    this.#issuer = config.front?.issuer ?? '';
  }

  @Get('callback')
  callback(@Req() request: Request, @Res() response: Response): void {
    const parameters = read(queryOf(request));
    if (!parameters) return sendPage(response, wrongRequest('A parameter of the answer came twice or is too long.'));
    const flow = this.#flows.find(request, parameters.get('state'));
    if (!flow) return sendPage(response, NOT_BEGUN_HERE);
    this.#flows.end(response, flow);
    const code = parameters.get('code');
    if (code === undefined) return sendRedirect(response, errorUrl(flow, toOAuthError(parameters), this.#issuer));
    const { verifier, nonce, scopes, offline } = flow;
    const sealed = this.#grants.sealCode(flow, { code, verifier, nonce, scopes, offline });
    sendRedirect(response, answerUrl(flow, { code: sealed }, this.#issuer));
  }
}

function read(query: string): Parameters | undefined {
  try {
    return readParameters(query, MAX_FORM_LENGTH);
  } catch {
    return undefined;
  }
}

/** Of Entra's words only the number is handed on: they can name people. */
function toOAuthError(parameters: Parameters): OAuthError {
  const number = AADSTS.exec(parameters.get('error_description') ?? '')?.[0];
  const isDenied = parameters.get('error') === 'access_denied';
  const said = number === undefined ? '.' : `: ${number}.`;
  return isDenied
    ? new OAuthError('access_denied', `The person was not signed in${said}`)
    : new OAuthError('server_error', `Microsoft Entra refused the sign-in${said}`);
}
