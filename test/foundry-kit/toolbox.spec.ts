import { DEFAULT_POLICY, TOOLS, TOOLSETS } from '@app/domain';
import { planCommand } from '../../apps/foundry-kit/src/plan/plan.command.js';
import { planOf } from '../../apps/foundry-kit/src/plan/plan.js';
import { SEARCH_WORDS } from '../../apps/foundry-kit/src/plan/search-words.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { searchTools } from '../../apps/local-tenant/src/foundry/toolbox/tool-search.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { USE_CASES } from '../use-cases/table/index.js';
import { connect, FRESH, type RunOptions } from './support/kit.js';

const toolsets = TOOLSETS.map(({ name }) => name);
const { toolbox, agentTool } = planOf(toDeployment({}), { ...DEFAULT_POLICY, toolsets }, {}, 'behalf');
const [server, search] = toolbox.tools;
const pinned = Object.entries(server.tool_configs).flatMap(([name, { pin }]) => (pin ? [name] : []));
const writes = TOOLS.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);

describe('plan --format toolbox', () => {
  it('has a search, the tool of the plan, and something of every tool', () => {
    expect(search).toEqual({ type: 'toolbox_search' });
    expect(server).toMatchObject({ ...agentTool });
    expect(Object.keys(server.tool_configs)).toEqual(agentTool.allowed_tools);
    const written: unknown = JSON.parse(planCommand(['--format', 'toolbox'], {}));
    expect(written).toMatchObject({ description: expect.any(String), tools: [{ type: 'mcp' }, search] });
  });

  it('pins what nearly every question begins with, and every write', () => {
    expect([...pinned].sort()).toEqual(['calendar_list_events', 'get_my_context', 'mail_search', ...writes].sort());
  });

  it('has words for every tool that is searched, and for no other', () => {
    const searched = TOOLS.map(({ name }) => name).filter((name) => !pinned.includes(name));
    expect(Object.keys(SEARCH_WORDS).sort()).toEqual(searched.sort());
  });

  it('has words by which the use cases find what they call', () => {
    const all = TOOLS.map(({ name, description }) => ({
      shown: { name, description, inputSchema: {}, _meta: {} },
      config: server.tool_configs[name],
    }));
    const missed = Object.values(USE_CASES)
      .flat()
      .filter(({ calls, words }) => {
        const needed = calls.map(([name]) => name).find((name) => !pinned.includes(name));
        const { content } = searchTools(all, { query: words }) as { readonly content: readonly [{ text: string }] };
        return needed !== undefined && !content[0].text.includes(`"name":"${needed}"`);
      });
    // A sentence about an appointment may name neither a file nor a folder; a model searches with words of its own.
    expect(missed.map(({ words }) => words)).toEqual([]);
  });
});

describe('connect --format toolbox', () => {
  let tenant: LocalTenant;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
  });
  beforeEach(() => tenant.reset());

  const run = (args: readonly string[] = [], options: RunOptions = {}) =>
    connect(tenant, { ...options, args: [...FRESH, '--format', 'toolbox', ...args] });
  const boxes = (changes: readonly string[]) => changes.filter((change) => change.includes('/toolboxes/'));
  const VERSIONS = 'POST /api/projects/p/toolboxes/fresh/versions';

  it('makes the toolbox beside the connection, and leaves it alone when it is there', async () => {
    const first = await run();
    expect([first.error, boxes(first.changes)]).toEqual([undefined, [VERSIONS]]);
    const second = await run();
    expect([second.error, second.changes]).toEqual([undefined, []]);
    expect(second.text).toContain('unchanged  Toolbox "fresh" is there');
  });

  it('makes a new version of one that differs, and makes it the default', async () => {
    await run();
    const { error, changes } = await run([], { variables: { READ_ONLY: 'true' } });
    // The connection's scopes differ too, which is told first.
    expect(error?.message).toContain('already exists and differs');
    const replaced = await run(['--replace'], { variables: { READ_ONLY: 'true' } });
    expect([boxes(changes), boxes(replaced.changes)]).toEqual([
      [],
      [VERSIONS, 'PATCH /api/projects/p/toolboxes/fresh'],
    ]);
  });

  it('makes none in a dry run, and says which format there is', async () => {
    const { error, changes, text } = await run(['--dry-run']);
    expect([error, changes]).toEqual([undefined, []]);
    expect(text).toContain('would do   A version of toolbox "fresh" is made');
    const other = await connect(tenant, { args: [...FRESH, '--format', 'xml'] });
    expect(other.error?.message).toContain('write toolbox, or leave it out');
  });
});
