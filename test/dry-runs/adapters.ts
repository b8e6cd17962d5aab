import {
  type ApprovalLink,
  ApprovalRequests,
  DEFAULT_POLICY,
  DomainError,
  type Policy,
  type Ports,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
  type UserContext,
  type UserTokenRequest,
} from '@app/domain';
import { InMemoryCalendar, InMemoryFiles, InMemoryMail, Mailboxes, type MailboxSeed } from '@app/graph-adapter';
import { aCaller, someLimits, type Someone } from '@app/testing';
import { openLocalGraph, PEOPLE } from '../contract/local-graph.js';
import { adaptersOn } from '../graph-adapter/adapters.js';

export const SCOPES = [
  'Mail.ReadWrite',
  'Mail.Send',
  'Files.ReadWrite',
  'Calendars.ReadWrite',
  'User.Read',
  'MailboxSettings.Read',
];
export const ADDRESS = { anna: PEOPLE.anna.mail, ben: PEOPLE.ben.mail, eva: 'eva@elsewhere.example' } as const;

/** What a call was answered with, or why it was refused. */
export interface Outcome {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly refused?: string;
}

export interface Options {
  readonly who?: Someone;
  readonly policy?: Partial<Policy>;
  readonly scopes?: readonly string[];
}

/** The tools over one kind of adapters. */
export interface Fixture {
  call<Data = Record<string, unknown>>(name: string, args: object, options?: Options): Promise<Data>;
  outcome(name: string, args: object, options?: Options): Promise<Outcome>;
  close(): Promise<void>;
}

export const WORLDS = [
  ['in memory', inMemory, 40],
  ['over the local tenant', overGraph, 12],
] as const;

/** The same call as a dry run and then really; what the dry run says must be what is done. */
export async function tryThen(fixture: Fixture, name: string, args: object, options?: Options) {
  const tried = await fixture.outcome(name, { ...args, dryRun: true }, options);
  const made = await fixture.outcome(name, args, options);
  expect({ args, refused: made.refused }).toEqual({ args, refused: tried.refused });
  if (tried.data) expect([tried.data['done'], made.data?.['done']]).toEqual([false, true]);
  return { tried: without(tried.data), made: without(made.data), refused: made.refused };
}

/** What only a write says is left out. */
function without({ done: _, undo: __, cannotBeUndone: ___, ...data }: Readonly<Record<string, unknown>> = {}): Record<
  string,
  unknown
> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

/** Every request has a link, and nobody has decided any. */
class OpenRequests extends ApprovalRequests {
  override async linkFor(): Promise<ApprovalLink> {
    return { url: 'https://behalf.example/approvals/link', endsAt: new Date() };
  }

  override async outcomeOf(): Promise<undefined> {}
  override async doneBefore(): Promise<undefined> {}
}

class TokensOf extends UserTokenProvider {
  constructor(readonly tokenOf: (who: Someone, scopes: readonly string[]) => string) {
    super();
  }

  override async tokenFor({ caller }: UserTokenRequest): Promise<UserToken> {
    return new UserToken(this.tokenOf(caller.displayName as Someone, caller.scopes));
  }
}

function worldOf(ports: Partial<Ports>, tokens: TokensOf, close: () => Promise<void>): Fixture {
  const call = async <Data>(name: string, args: object, { who = 'anna', policy, scopes = SCOPES }: Options = {}) => {
    const catalog = new ToolCatalog(TOOLS, { ...DEFAULT_POLICY, ...policy });
    const runner = new ToolRunner(catalog, tokens, ports as Ports, undefined, undefined, new OpenRequests());
    const caller = aCaller({ scopes, displayName: who });
    const { data } = await runner.run({ caller, name, arguments: args, limits: someLimits() });
    return data as Data;
  };
  const outcome = (name: string, args: object, options?: Options): Promise<Outcome> =>
    call<Record<string, unknown>>(name, args, options).then(
      (data) => ({ data }),
      (error: unknown) => {
        if (error instanceof DomainError) return { refused: error.code };
        throw error;
      },
    );
  return { call, outcome, close };
}

async function inMemory(): Promise<Fixture> {
  const seeds: MailboxSeed[] = (['anna', 'ben'] as const).map((key) => ({
    ...{ key, displayName: PEOPLE[key].displayName, address: ADDRESS[key] },
  }));
  const mailboxes = new Mailboxes(seeds, ({ token }) => seeds.find(({ key }) => key === token.reveal())!);
  const profile = {
    me: async ({ token }: UserContext) => {
      const who = token.reveal() as Someone;
      return { id: who, displayName: PEOPLE[who].displayName, userPrincipalName: ADDRESS[who] };
    },
    mailboxSettings: async () => ({ timeZone: 'UTC' }),
  };
  const ports = {
    profile,
    calendar: new InMemoryCalendar(mailboxes),
    mail: new InMemoryMail(mailboxes),
    files: new InMemoryFiles(mailboxes),
  };
  return worldOf(ports as unknown as Partial<Ports>, new TokensOf((who) => who), async () => undefined);
}

async function overGraph(): Promise<Fixture> {
  const { origin, close } = await openLocalGraph();
  const tokenOf = (who: Someone, scopes: readonly string[]) =>
    Buffer.from(JSON.stringify([who, scopes])).toString('base64url');
  return worldOf(adaptersOn(origin), new TokensOf(tokenOf), close);
}
