import { type Behalf, startBehalf } from '../support/behalf.js';
import { clockFrom, ORDINARY_DAY } from '../support/clock.js';
import { type Closable, openTogether } from '../support/keep-open.js';
import { callTool, toolData, toolError, toolResult } from '../support/mcp.js';
import { DEFAULT_SCOPES, EVERY_TOOLSET } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

export type Someone = 'anna' | 'ben';
export type Data = Readonly<Record<string, unknown>>;

/** What a call came to: data, or the code of a refusal. */
export type Outcome = { readonly data: Data } | { readonly code: string };

/** What only the real thing has, or can have changed in. */
const ONLY_REAL: readonly string[] = [
  'done',
  'undo',
  'cannotBeUndone',
  'summary',
  'messageId',
  'webLink',
  'link',
  'permissionIds',
  'messages',
];
const ONLY_REAL_OF_ITEMS: readonly string[] = [
  'itemId',
  'version',
  'modified',
  'modifiedBy',
  'webUrl',
  'bytes',
  'isShared',
];

/** The tools that write, over HTTP and on the local tenant. */
export class Fixture {
  readonly tenant: LocalTenant;
  readonly #behalf: Behalf;
  readonly #tokens: Readonly<Record<Someone, string>>;

  private constructor(tenant: LocalTenant, behalf: Behalf, tokens: Readonly<Record<Someone, string>>) {
    this.tenant = tenant;
    this.#behalf = behalf;
    this.#tokens = tokens;
  }

  static open(env: Readonly<Record<string, string>> = {}, scope = DEFAULT_SCOPES): Promise<Fixture & Closable> {
    return openTogether(async (keep) => {
      const tenant = await keep(startTestTenant({ clock: clockFrom(ORDINARY_DAY) }));
      const behalf = await keep(startBehalf(tenant, { env: { TOOLSETS: EVERY_TOOLSET, APPROVALS: 'off', ...env } }));
      const tokenOf = (user: Someone) => tenant.token({ user, scope });
      return new Fixture(tenant, behalf, { anna: await tokenOf('anna'), ben: await tokenOf('ben') });
    });
  }

  call<Answer = Data>(name: string, args: object, who: Someone = 'anna'): Promise<Answer> {
    return toolData<Answer>(this.#behalf.url, this.#tokens[who], name, args);
  }

  async text(name: string, args: object): Promise<string> {
    return (await toolResult(this.#behalf.url, this.#tokens.anna, name, args)).text;
  }

  async outcome(name: string, args: object, who: Someone = 'anna'): Promise<Outcome> {
    const answer = await callTool(this.#behalf.url, this.#tokens[who], name, args);
    if (answer.body.result?.isError !== true) return { data: answer.body.result?.structuredContent ?? {} };
    return { code: toolError(answer).code };
  }

  /** Tries it, then does it: both come to the same, whether that is a refusal or a change. */
  async assertSucceedsAsTried(
    name: string,
    args: object,
    who: Someone = 'anna',
  ): Promise<{ tried: Outcome; made: Outcome }> {
    const tried = await this.outcome(name, { ...args, dryRun: true }, who);
    const made = await this.outcome(name, args, who);
    assertAgree({ name, args, ...comparable(tried) }, { name, args, ...comparable(made) });
    return { tried, made };
  }
}

function comparable(outcome: Outcome): object {
  if (!('data' in outcome)) return outcome;
  const data = without(outcome.data, ONLY_REAL);
  const { item } = data;
  return item ? { ...data, item: without(item as Data, ONLY_REAL_OF_ITEMS) } : data;
}

/** Of what is new, a dry run shows no item. */
function assertAgree(tried: object, made: object): void {
  if ('item' in tried || !('item' in made)) expect(made).toEqual(tried);
  else expect(made).toMatchObject(tried);
}

function without(data: Data, left: readonly string[]): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !left.includes(name)));
}
