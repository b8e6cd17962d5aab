import {
  type MessageDetails,
  type Policy,
  type Ports,
  type ProfilePort,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import { InMemoryMail, Mailboxes } from '@app/graph-adapter';
import { callWith } from '../graph-adapter/calls.js';
import { aPolicy } from '../policy/support.js';
import { aCaller, someLimits } from '@app/testing';
import { documents } from '../documents/support/read.js';

export type Delivered = Parameters<InMemoryMail['deliver']>[1];

const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@fernglas.example' };
export const DRAFT = {
  folderId: 'drafts',
  isDraft: true,
  received: '2026-05-04T08:00:00Z',
  sent: '2026-05-04T08:00:00Z',
};
const scopes = ['Mail.ReadWrite', 'Mail.Send', 'User.Read', 'MailboxSettings.Read'];

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('anna');
  }
}

const profile: ProfilePort = {
  me: async () => ({ id: '1', displayName: 'Anna Ebert', userPrincipalName: ANNA.address }),
  mailboxSettings: async () => ({ timeZone: 'Europe/Berlin' }),
};

/** Anna's mail, in which that is, and a way to call tools on it. */
export function mailWith(message: Delivered, policy: Policy = aPolicy()) {
  const mail = new InMemoryMail(new Mailboxes([ANNA], () => ANNA));
  const id = mail.deliver(callWith('anna', scopes), message);
  const ports = { profile, mail, documents } as unknown as Ports;
  const runner = new ToolRunner(new ToolCatalog(TOOLS, policy), new AnyTokens(), ports);
  const call = async (name: string, args: object, granted: readonly string[] = scopes) => {
    const caller = { ...aCaller(), scopes: granted };
    const { data } = await runner.run({ caller, name, arguments: args, limits: someLimits() });
    return data as Record<string, unknown> & { readonly notes?: readonly string[] };
  };
  const whole = (): Promise<MessageDetails> => mail.getMessage(callWith('anna', scopes), id, 'whole');
  return { id, call, whole };
}
