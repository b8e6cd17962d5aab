import { type Policy, type Ports, ToolCatalog, ToolRunner, type ToolResult, TOOLS, UserToken } from '@app/domain';
import { UserTokenProvider } from '@app/domain';
import { aCaller, type Someone, someLimits } from '@app/testing';
import { openLocalGraph } from '../../contract/local-graph.js';
import { documents } from '../../documents/support/read.js';
import { aPolicy } from '../../policy/support.js';
import type { Keep } from '../../support/keep-open.js';
import { adaptersOn } from '../adapters.js';
import { FakeGraph, type Received } from '../fake-graph.js';

type Data = Record<string, unknown>;

/** One answer of Graph to a call of a tool. */
export interface Recorded {
  readonly request: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** A call of a tool with what Graph answered to it, in order. */
export interface Recording {
  readonly tool: string;
  readonly args: object;
  readonly answers: readonly Recorded[];
}

const SCOPES = [
  ...['User.Read', 'MailboxSettings.Read', 'Calendars.ReadWrite', 'Calendars.Read.Shared', 'People.Read'],
  ...['Place.Read.All', 'User.ReadBasic.All', 'Mail.ReadWrite', 'Mail.Read', 'Mail.Send', 'Files.ReadWrite'],
];
const POLICY: Partial<Policy> = {
  toolsets: ['core', 'calendar', 'calendar_shared', 'rooms', 'mail', 'mail_send', 'files', 'files_share'] as never,
};
const NOW = new Date('2026-01-05T08:00:00Z');

class TokensOf extends UserTokenProvider {
  readonly #who: Someone;

  constructor(who: Someone) {
    super();
    this.#who = who;
  }

  override async tokenFor(): Promise<UserToken> {
    return new UserToken(Buffer.from(JSON.stringify([this.#who, SCOPES])).toString('base64url'));
  }
}

/** The tools in front of the local tenant's Graph, whose answers are kept and given again. */
export class Recorder {
  readonly #graph: FakeGraph;
  readonly #origin: string;
  readonly #runners: Readonly<Record<Someone, ToolRunner>>;
  #kept: Recorded[] = [];

  private constructor(graph: FakeGraph, origin: string) {
    this.#graph = graph;
    this.#origin = origin;
    const runnerOf = (who: Someone) => aRunnerFor(who, graph.origin);
    this.#runners = { anna: runnerOf('anna'), ben: runnerOf('ben') };
    this.#live();
  }

  static async open(keep: Keep): Promise<Recorder> {
    const { origin } = await keep(openLocalGraph());
    return new Recorder(await keep(FakeGraph.open()), origin);
  }

  /** A call that is only made. */
  async call(tool: string, args: object = {}, who: Someone = 'anna'): Promise<Data> {
    return (await this.#run(tool, args, who)).data;
  }

  /** A call that is made with what Graph answers. */
  async record(tool: string, args: object = {}): Promise<Recording> {
    this.#kept = [];
    await this.#run(tool, args, 'anna');
    return { tool, args, answers: this.#kept };
  }

  /** The call once more, with other answers. */
  replay({ tool, args }: Recording, answers: readonly Recorded[]): Promise<ToolResult<Data>> {
    const left = [...answers];
    this.#graph.willAnswer((response, received) => {
      const at = left.findIndex(({ request }) => request === nameOf(received));
      const [answer] = at < 0 ? [] : left.splice(at, 1);
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.text);
      else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"code":"itemNotFound"}}');
    });
    return this.#run(tool, args, 'anna');
  }

  #run(tool: string, args: object, who: Someone): Promise<ToolResult<Data>> {
    const caller = aCaller({ scopes: SCOPES });
    return this.#runners[who].run({ caller, name: tool, arguments: args, limits: someLimits() });
  }

  #live(): void {
    this.#graph.willAnswer((response, received) => {
      void this.#forward(received).then((answer) => {
        this.#kept.push(answer);
        response.writeHead(answer.status, answer.headers).end(answer.text);
      });
    });
  }

  async #forward(received: Received): Promise<Recorded> {
    const { url, method, headers, body } = received;
    const answer = await fetch(new URL(url.pathname + url.search, this.#origin), {
      method,
      redirect: 'manual',
      headers: passedOn(headers),
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = (await answer.text()).replaceAll(`${this.#origin}/v1.0`, `${this.#graph.origin}/v1.0`);
    return { request: nameOf(received), status: answer.status, headers: kept(answer.headers), text };
  }
}

function aRunnerFor(who: Someone, origin: string): ToolRunner {
  const ports: Ports = { ...adaptersOn(origin, { maxRetries: 0 }), documents };
  return new ToolRunner(new ToolCatalog(TOOLS, aPolicy(POLICY)), new TokensOf(who), ports, undefined, () => NOW);
}

function nameOf({ method, url }: Received): string {
  return `${method} ${url.pathname}`;
}

const PASSED = ['authorization', 'content-type', 'prefer', 'if-match', 'consistencylevel'];

function passedOn(headers: Received['headers']): Record<string, string> {
  return Object.fromEntries(PASSED.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

function kept(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    ['content-type', 'location'].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
