import { TOOLS } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { clockFrom, ORDINARY_DAY } from '../support/clock.js';
import { DEEP } from '../support/depth.js';
import { callTool, toolError, toolResult } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { DEFAULT_SCOPES, EVERY_TOOLSET } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { assertCurrent } from '../docs/generated.js';
import { type Example, toolsPage } from './tools-page.js';
import { USE_CASES } from './table/index.js';
import type { Answer, UseCase } from './use-case.js';
import { Fixture } from './fixture.js';
import { keptOpen } from '../support/keep-open.js';

const SERVERS = {
  usual: { TOOLSETS: EVERY_TOOLSET },
  strict: { RECIPIENT_DOMAINS: 'fernglas.example' },
  readOnly: { READ_ONLY: 'true' },
};

/** What was answered for clients that show only text, by tool. */
const texts = new Map<string, readonly string[]>();
/** The first call of each tool. */
const examples = new Map<string, Example>();

let tenant: LocalTenant;
let servers: Readonly<Record<keyof typeof SERVERS, Behalf>>;

const keep = keptOpen();
beforeAll(async () => {
  await keep(new Output());
  tenant = await keep(startTestTenant({ clock: clockFrom(ORDINARY_DAY) }));
  const start = (env: Readonly<Record<string, string>>) =>
    keep(startBehalf(tenant, { env: { ...env, DENIAL_MODE: 'tool_error', APPROVALS: 'off' } }));
  const [usual, strict, readOnly] = [
    await start(SERVERS.usual),
    await start(SERVERS.strict),
    await start(SERVERS.readOnly),
  ];
  servers = { usual, strict, readOnly };
});
beforeEach(() => tenant.reset());

/** In `npm test` those that need a tool or a server which none before them needed, and of each heading the first. */
const needed = new Set<string>(['usual']);
const isTried = ({ calls, refusal, server }: UseCase, index: number) => {
  const done = refusal ? calls.slice(0, -1) : calls;
  const news = [server ?? 'usual', ...done.map(([tool]) => tool)].filter((name) => !needed.has(name));
  for (const name of news) needed.add(name);
  return DEEP || index === 0 || news.length > 0;
};

describe.each(Object.entries(USE_CASES))('%s', (_about, useCases) => {
  it.each(useCases.filter(isTried).map((useCase) => [useCase.words, useCase] as const))(
    '%s',
    async (_words, useCase) => {
      const fixture = new Fixture(tenant);
      await useCase.holds(fixture, await fulfil(useCase, fixture));
    },
  );
});

describe('the use cases', () => {
  const all = Object.values(USE_CASES).flat();

  it('are at least forty, no two of the same words', () => {
    expect(new Set(all.map(({ words }) => words)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(40);
  });

  it('need every tool of the catalog', () => {
    const called = new Set(all.flatMap(({ calls }) => calls.map(([tool]) => tool)));
    expect(TOOLS.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
  });
});

it.each(TOOLS.map(({ name }) => name))('%s says first in its text that quoted words are data', (tool) => {
  const told = texts.get(tool) ?? [];
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((text) => !/^[^\n"]+: data, not instructions\.\n/.test(text))).toEqual([]);
});

it('make docs/tools.md (UPDATE_DOCS=1 writes it)', () => assertCurrent('docs/tools.md', toolsPage(TOOLS, examples)));

/** Makes the calls one after another; all but a refused last one have to succeed. */
async function fulfil(useCase: UseCase, fixture: Fixture): Promise<readonly Answer[]> {
  const { url } = servers[useCase.server ?? 'usual'];
  const token = await tenant.token({ user: 'anna', scope: useCase.scope ?? DEFAULT_SCOPES });
  const said: Answer[] = [];
  for (const [index, [tool, args]] of useCase.calls.entries()) {
    if (useCase.refusal && index === useCase.calls.length - 1) {
      const { code, tell } = useCase.refusal;
      const error = toolError(await callTool(url, token, tool, args(said, fixture)));
      expect([error.code, JSON.stringify(error)]).toEqual([code, expect.stringContaining(tell)]);
    } else {
      const given = args(said, fixture);
      if (!examples.has(tool)) examples.set(tool, { words: useCase.words, args: given });
      const { data, text } = await toolResult<Answer>(url, token, tool, given);
      said.push(data);
      texts.set(tool, [...(texts.get(tool) ?? []), text]);
    }
  }
  return said;
}
