import { ToolScopeGuard } from '@app/auth';
import {
  type Caller,
  DEFAULT_POLICY,
  DomainError,
  type Policy,
  type Ports,
  type ProfilePort,
  ToolCatalog,
  ToolRunner,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import type { ExecutionContext } from '@nestjs/common';
import { AuthError } from '../../libs/auth/src/error/auth-error.js';
import { authConfig } from '../auth/support/protected-resource.js';
import { someLimits } from '@app/testing';

export function aPolicy(overrides: Partial<Policy> = {}): Policy {
  return { ...DEFAULT_POLICY, ...overrides };
}

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('graph');
  }
}

const profile: ProfilePort = {
  me: async () => ({ id: '1', displayName: 'Test Person', userPrincipalName: 'test.person@fernglas.example' }),
  mailboxSettings: async () => ({ timeZone: 'Europe/Berlin' }),
};

/** Nobody's calendar: reaching it shows that nothing refused the call before. */
const unreached = {} as Ports['calendar'];
const mail = {} as Ports['mail'];
const files = {} as Ports['files'];
const schedule = {} as Ports['schedule'];
const people = {} as Ports['people'];
const places = {} as Ports['places'];
const documents = {} as Ports['documents'];

export function aRunner(catalog: ToolCatalog, calendar: Ports['calendar'] = unreached): ToolRunner {
  return new ToolRunner(catalog, new AnyTokens(), {
    profile,
    calendar,
    mail,
    files,
    schedule,
    people,
    places,
    documents,
  });
}

export function run(catalog: ToolCatalog, caller: Caller, name: string, args: unknown = {}) {
  return aRunner(catalog).run({ caller, name, arguments: args, limits: someLimits() });
}

/** The domain's refusal of a call. */
export async function errorOf(call: Promise<unknown>): Promise<DomainError> {
  const error = await call.then(
    () => new Error('the call was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw error;
}

/** What the guard says before the protocol is reached: a 403 challenge, or nothing. */
export function challengeOf(catalog: ToolCatalog, caller: Caller, names: readonly string[]): AuthError | undefined {
  const body = names.map((name, id) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name } }));
  const http = { getRequest: () => ({ user: caller, body }) };
  const guard = new ToolScopeGuard(authConfig('https://entra.example'), catalog);
  try {
    guard.canActivate({ switchToHttp: () => http } as unknown as ExecutionContext);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AuthError) return thrown;
    throw thrown;
  }
}
