import { BearerToken, type Caller, type CallLimits } from '@app/domain';

/** A caller for tests that need one and do not care who it is. */
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

export function someLimits(overrides: Partial<CallLimits> = {}): CallLimits {
  return { signal: new AbortController().signal, deadline: Date.now() + 30_000, traceId: 'trace-1', ...overrides };
}
