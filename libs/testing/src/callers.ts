import { BearerToken, type Caller, type CallLimits, type PersonKey, UserContext, UserToken } from '@app/domain';

/** A caller for tests that do not care who it is; what they care about goes into `overrides`. */
export function aCaller(overrides: Partial<Caller> = {}): Caller {
  return {
    tenantId: '00000000-0000-4000-8000-00000000000a',
    objectId: '00000000-0000-4000-8000-000000000001',
    clientId: '00000000-0000-4000-8000-0000000000c1',
    scopes: ['User.Read', 'MailboxSettings.Read', 'Calendars.ReadWrite'],
    roles: [],
    clientCapabilities: [],
    displayName: 'Test Person',
    token: new BearerToken('inbound'),
    expiresAt: Math.floor(Date.now() / 1000) + 3600,
    verifiedBy: 'signature',
    ...overrides,
  };
}

/** Limits that no test reaches: 30 seconds, and nobody cancels. */
export function someLimits(overrides: Partial<CallLimits> = {}): CallLimits {
  return { signal: new AbortController().signal, deadline: Date.now() + 30_000, traceId: 'trace-1', ...overrides };
}

/** What an adapter is given to act as a person: a token, the scopes that it is for, and the limits of the call. */
export function aUser(
  scopes: readonly string[],
  { token = 'outbound', limits = someLimits(), person = aCaller() as PersonKey } = {},
): UserContext {
  return new UserContext(person, new UserToken(token), scopes, limits);
}
