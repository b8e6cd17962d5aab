import { type Caller, type UserToken, UserTokenProvider, type UserTokenRequest } from '@app/domain';
import { someLimits } from '../callers.js';
import { type Open, openedForSuite } from './suite.js';

/** One adapter with people who are signed in, and a way to tell whose Graph token it gave. */
export interface UserTokenProviderHarness {
  readonly provider: UserTokenProvider;
  /** A person who is signed in; the same name is the same sign-in. */
  signedIn(name: string): Caller;
  /** A person whose sign-in is not worth anything any more. */
  signedOut(name: string): Caller;
  /** Whose token Graph would see. */
  personOf(token: UserToken): string;
  close(): Promise<void>;
}

/** What every `UserTokenProvider` does, wherever its tokens come from. */
export function userTokenProviderContract(open: Open<UserTokenProviderHarness>): void {
  const harness = openedForSuite(open);
  const tokenFor = (caller: Caller, overrides: Partial<UserTokenRequest> = {}) =>
    harness().provider.tokenFor({ caller, scopes: ['Calendars.Read'], limits: someLimits(), ...overrides });

  it('gives a token of the person who asks', async () => {
    expect(harness().personOf(await tokenFor(harness().signedIn('anna')))).toBe('anna');
  });

  it('never gives the token of another, however calls and people mix', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `person-${n % 20}`);
    const tokens = await Promise.all(names.map((name) => tokenFor(harness().signedIn(name))));
    expect(tokens.map((token) => harness().personOf(token))).toEqual(names);
  });

  it('gives a token that shows itself to nothing but `reveal`', async () => {
    const token = await tokenFor(harness().signedIn('anna'));
    expect([`${token}`, JSON.stringify({ token })]).toEqual(['[token]', '{"token":"[token]"}']);
  });

  it('refuses a person whose sign-in is over, again and again, and serves the others', async () => {
    for (const _time of [1, 2]) {
      await expect(tokenFor(harness().signedOut('ben'))).rejects.toMatchObject({
        name: 'DomainError',
        code: 'invalid_token',
      });
    }
    expect(harness().personOf(await tokenFor(harness().signedIn('anna')))).toBe('anna');
  });

  it('gives nothing to a request whose client has gone', async () => {
    const limits = someLimits({ signal: AbortSignal.abort() });
    await expect(tokenFor(harness().signedIn('carla'), { limits })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('gives nothing after the deadline', async () => {
    const limits = someLimits({ deadline: 1 });
    await expect(tokenFor(harness().signedIn('carla'), { limits })).rejects.toMatchObject({ code: 'timeout' });
  });
}
