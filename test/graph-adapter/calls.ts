import { type CallLimits, UserContext, UserToken } from '@app/domain';

/** A call with a token, made as the server would make it, with forty seconds to live. */
export function callWith(
  token: string,
  scopes: readonly string[] = ['Calendars.ReadWrite', 'User.Read', 'MailboxSettings.Read'],
  limits: Partial<CallLimits> = {},
): UserContext {
  return new UserContext({ tenantId: 'tenant', objectId: 'person' }, new UserToken(token), scopes, {
    signal: new AbortController().signal,
    deadline: Date.now() + 40_000,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...limits,
  });
}
