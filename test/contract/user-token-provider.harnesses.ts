import { BearerToken, type Caller, type UserToken } from '@app/domain';
import { SYSTEM_CLOCK } from '../../libs/auth/src/common/clock.js';
import { PassthroughTokenProvider } from '../../libs/auth/src/passthrough/passthrough-token.provider.js';
import { anExchange, denied, granted } from '../auth/support/exchange.js';
import { TENANT } from '../auth/support/ids.js';
import { TinyEntra } from '../auth/support/tiny-entra.js';
import { aCaller, type UserTokenProviderHarness } from '@app/testing';

const SIGNED_OUT = 'signed out: ';

export async function openObo(): Promise<UserTokenProviderHarness> {
  const entra = await new TinyEntra().start();
  entra.onToken = (form) =>
    form.get('assertion')?.startsWith(SIGNED_OUT)
      ? denied(50173, 'invalid_grant', { suberror: 'bad_token' })
      : granted(form);
  const person = (assertion: string) => aCaller({ tenantId: TENANT, token: new BearerToken(assertion) });
  return {
    provider: anExchange(entra).provider,
    signedIn: person,
    signedOut: (name) => person(`${SIGNED_OUT}${name}`),
    personOf: (token) => token.reveal().replace('graph token for ', ''),
    close: () => entra.close(),
  };
}

export function openPassthrough(): Promise<UserTokenProviderHarness> {
  const person = (name: string, overrides: Partial<Caller> = {}) =>
    aCaller({ token: new BearerToken(`graph token of ${name}`), verifiedBy: 'graph', ...overrides });
  return Promise.resolve({
    provider: new PassthroughTokenProvider(SYSTEM_CLOCK),
    signedIn: (name) => person(name),
    signedOut: (name) => person(name, { expiresAt: Math.floor(Date.now() / 1000) - 1 }),
    personOf: (token: UserToken) => token.reveal().replace('graph token of ', ''),
    close: () => Promise.resolve(),
  });
}
