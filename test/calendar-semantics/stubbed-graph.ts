import { type DomainError, type Policy, type Ports, ToolCatalog, ToolRunner, TOOLS, UserToken } from '@app/domain';
import { UserTokenProvider } from '@app/domain';
import { adaptersOn } from '../graph-adapter/adapters.js';
import { type Answer, FakeGraph, json, type Received } from '../graph-adapter/fake-graph.js';
import { aPolicy, errorOf } from '../policy/support.js';
import { aCaller, someLimits } from '@app/testing';
import { documents } from '../documents/support/read.js';

/** What Graph answers, by method and path below the version: `GET /me/events/AAMk=`. */
export type Routes = Readonly<Record<string, Answer | object>>;

const EVERY_SCOPE = [
  'User.Read',
  'MailboxSettings.Read',
  'Calendars.ReadWrite',
  'Calendars.Read.Shared',
  'People.Read',
  'Place.Read.All',
];

const ME = {
  id: '00000000-0000-4000-8000-000000000001',
  displayName: 'Anna Berg',
  mail: 'anna.berg@fernglas.example',
  userPrincipalName: 'anna.berg@fernglas.example',
};

const DEFAULTS: Routes = {
  'GET /me': ME,
  'GET /me/mailboxSettings': { timeZone: 'W. Europe Standard Time' },
  'GET /me/calendar/calendarView': { value: [] },
};

class AnyTokens extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('graph');
  }
}

/** The tools on the Graph adapters, in front of a Graph that answers whatever a test says. */
export class StubbedGraph {
  readonly #graph: FakeGraph;

  private constructor(graph: FakeGraph) {
    this.#graph = graph;
  }

  static async open(): Promise<StubbedGraph> {
    return new StubbedGraph(await FakeGraph.open());
  }

  /** Answers from now on by these routes and the default ones; nothing else is there. */
  will(routes: Routes): void {
    const all: Routes = { ...DEFAULTS, ...routes };
    this.#graph.willAnswer((response, request) => {
      const answer = all[`${request.method} ${pathOf(request)}`];
      const missing = json(404, { error: { code: 'ErrorItemNotFound', message: 'Not found.' } });
      (typeof answer === 'function' ? (answer as Answer) : answer ? json(200, answer) : missing)(response, request);
    });
  }

  /** What was sent that writes, in order. */
  get writes(): readonly Received[] {
    return this.#graph.received.filter(({ method }) => method !== 'GET');
  }

  async call<Data = Record<string, unknown>>(name: string, args: object, policy: Partial<Policy> = {}): Promise<Data> {
    const ports: Ports = { ...adaptersOn(this.#graph.origin), documents };
    const runner = new ToolRunner(
      new ToolCatalog(TOOLS, aPolicy({ ...policy, toolsets: ALL })),
      new AnyTokens(),
      ports,
    );
    const caller = aCaller({ scopes: EVERY_SCOPE });
    return (await runner.run({ caller, name, arguments: args, limits: someLimits() })).data as Data;
  }

  refusal(name: string, args: object, policy: Partial<Policy> = {}): Promise<DomainError> {
    return errorOf(this.call(name, args, policy));
  }

  close(): Promise<void> {
    return this.#graph.close();
  }
}

const ALL = ['core', 'calendar', 'calendar_shared', 'rooms'] as const;

function pathOf({ url }: Received): string {
  return decodeURIComponent(url.pathname).replace(/^\/v1\.0/, '');
}
