import {
  BearerToken,
  type Caller,
  type CallLimits,
  DEFAULT_POLICY,
  ToolCatalog,
  TOOLS,
  TOOLSETS,
  type UserToken,
  type UserTokenRequest,
} from '@app/domain';
import type { AuthConfig, SharedStore } from '@app/auth';
import { Logger } from '@nestjs/common';
import { CredentialState } from '../../../libs/auth/src/credential/credential-state.js';
import { OboTokenProvider } from '../../../libs/auth/src/obo/obo-token.provider.js';
import { EntraClient } from '../../../libs/auth/src/obo/entra-client.js';
import { SharedTokens } from '../../../libs/auth/src/obo/shared-tokens.js';
import { TokenExchange } from '../../../libs/auth/src/obo/token-exchange.js';
import { aCaller, someLimits } from '@app/testing';
import { authConfig, FakeClock } from './protected-resource.js';
import { TENANT } from './ids.js';
import type { Answer, TinyEntra } from './tiny-entra.js';

Logger.overrideLogger(false);

export interface Exchange {
  readonly clock: FakeClock;
  readonly credential: CredentialState;
  readonly provider: OboTokenProvider;
  ask(assertion: string, options?: AskOptions): Promise<UserToken>;
}

export interface AskOptions {
  readonly caller?: Partial<Caller>;
  readonly scopes?: readonly string[];
  readonly limits?: Partial<CallLimits>;
  readonly refused?: UserTokenRequest['refused'];
}

/** @param store what replicas share */
export function anExchange(
  entra: TinyEntra,
  overrides: Partial<AuthConfig> = {},
  store?: SharedStore,
  clock = new FakeClock(),
): Exchange {
  const credential = new CredentialState();
  const config = authConfig(entra.origin, overrides);
  const provider = new OboTokenProvider(
    config,
    new TokenExchange(config, clock, new EntraClient(config, clock)),
    credential,
    clock,
    new ToolCatalog(TOOLS, { ...DEFAULT_POLICY, toolsets: TOOLSETS.map(({ name }) => name) }),
    store && new SharedTokens(store, clock),
  );
  const ask = (assertion: string, { caller, scopes = ['Calendars.Read'], limits, refused }: AskOptions = {}) =>
    provider.tokenFor({
      caller: aCaller({ tenantId: TENANT, token: new BearerToken(assertion), ...caller }),
      scopes,
      limits: someLimits(limits),
      refused,
    });
  return { clock, credential, provider, ask };
}

/** What Entra answers when all is well: a token that names the assertion it was made from. */
export function granted(form: URLSearchParams, overrides: object = {}): Answer {
  return {
    body: {
      token_type: 'Bearer',
      scope: form.get('scope'),
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: `graph token for ${form.get('assertion')}`,
      ...overrides,
    },
  };
}

/** An error body as Entra writes it; `withNumbers` false leaves the number in the description only. */
export function denied(number: number, error: string, more: { suberror?: string; claims?: string } = {}): Answer {
  return {
    status: error === 'invalid_client' ? 401 : 400,
    body: {
      error,
      error_description: `AADSTS${number}: Some text. Trace ID: t Correlation ID: c Timestamp: 2026-11-22 10:00:00Z`,
      error_codes: [number],
      timestamp: '2026-11-22 10:00:00Z',
      trace_id: '0f1c1e0e-0000-4000-8000-000000000001',
      correlation_id: '0f1c1e0e-0000-4000-8000-000000000002',
      ...more,
    },
  };
}
