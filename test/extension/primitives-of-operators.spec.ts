import { definePrompt, defineResource, ToolCatalog, TOOLS, withBuiltIn } from '@app/domain';
import { policyReport } from '../../apps/mcp-api/src/policy/policy-table.js';
import { mergeExtensions } from '../../apps/mcp-api/src/merge-extensions.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { planOf } from '../../apps/foundry-kit/src/plan/plan.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { file, greeting, mailPrompt, me, TEAM } from './primitives.js';
import { ask, TEAM_TOOLSET, teamTool } from './support.js';

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

async function started(env: Record<string, string>, extension = {}) {
  const behalf: Behalf = await keep(startBehalf(tenant, { ...TEAM, ...extension, env }));
  const token = await tenant.token({ user: 'anna', scope: 'User.Read' });
  return (method: string, params: Parameters<typeof ask>[2] = {}) =>
    ask({ url: behalf.url, token }, method, params, { revision: '2025-11-25' });
}

describe('prompts and resources', () => {
  it('are listed in pages of a hundred, with cursors that are of the list', async () => {
    const prompts = Array.from({ length: 230 }, (_, index) => ({ ...greeting, name: `team_prompt_${index}` }));
    const send = await started({}, { prompts });
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await send('prompts/list', cursor === undefined ? {} : { cursor });
      const page = body.result as unknown as { prompts: { name: string }[]; nextCursor?: string };
      seen.push(...page.prompts.map(({ name }) => name));
      sizes.push(page.prompts.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(sizes).toEqual([100, 100, 30]);
    expect(seen).toEqual(prompts.map(({ name }) => name));
    for (const foreign of ['x', 'bm90aGluZw']) {
      expect((await send('prompts/list', { cursor: foreign })).body.error?.code).toBe(-32_602);
    }
  });

  it('are all shown where the operator shows all', async () => {
    const send = await started({ CATALOG_VISIBILITY: 'all' });
    const { body } = await send('prompts/list');
    expect(body.result?.['prompts']).toHaveLength(3);
    expect((await send('resources/list')).body.result?.['resources']).toHaveLength(2);
  });

  it('can be denied by name, and need the roles that the operator names', async () => {
    const send = await started({ DENIED_TOOLS: 'team_me', TOOL_ROLES: 'team_greet:Greeter' });
    const denied = await send('resources/read', { uri: 'team://me' });
    expect(denied.body.error).toMatchObject({ data: { code: 'policy_denied' } });
    const unassigned = await send('prompts/get', { name: 'team_greet', arguments: { word: 'hi' } });
    expect(unassigned.body.error).toMatchObject({ data: { code: 'role_missing' } });
    expect((await send('resources/list')).body.result?.['resources']).toEqual([]);
  });

  it('say that a scope is missing in a JSON-RPC error where the operator wants no challenges', async () => {
    const send = await started({ DENIAL_MODE: 'tool_error' });
    const { status, body } = await send('resources/read', { uri: 'team://inbox' });
    expect([status, body.error]).toEqual([
      200,
      expect.objectContaining({ data: expect.objectContaining({ code: 'insufficient_scope', scopes: ['Mail.Read'] }) }),
    ]);
  });

  it('that need a scope that writes are off where the server is read-only', async () => {
    const writing = { ...me, requiredScopes: ['Mail.Send'] };
    const send = await started({ READ_ONLY: 'true', CATALOG_VISIBILITY: 'all' }, { resources: [writing, file] });
    expect((await send('resources/list')).body.result?.['resources']).toEqual([]);
  });

  it('are consented to and told of in the policy as tools are', () => {
    const { tools, ...definitions } = withBuiltIn(TEAM);
    const catalog = new ToolCatalog(tools, { ...policy(), toolsets: ['team'] }, definitions);
    expect(catalog.scopes).toEqual(['Mail.Read', 'User.Read']);
    expect(policyReport({}, TEAM)).toMatch(/team_greet +User\.Read +- +- +- +on\n/);
    const plan = planOf(toDeployment({}), catalog.policy, TEAM, 'behalf');
    expect(plan.graphPermissions).toEqual(['Mail.Read', 'User.Read']);
    expect(plan.scopes[0]?.userConsentDisplayName).toContain('Mail');
  });

  it('of several packages go together', () => {
    const merged = mergeExtensions(
      { prompts: [greeting], resources: [me] },
      { prompts: [greeting, mailPrompt], resources: [file] },
    );
    expect([merged.prompts, merged.resources]).toEqual([
      [greeting, mailPrompt],
      [me, file],
    ]);
  });
});

function policy() {
  return new ToolCatalog(TOOLS).policy;
}

describe('a declaration that cannot work stops the start', () => {
  const execute = async () => ({ data: { said: 'it' } });
  const template = (more: object) => ({ ...file, ...more }) as typeof file;

  it.each<[string, object, string]>([
    [
      'a scope',
      { prompts: [{ ...greeting, requiredScopes: ['Usr.Read'] }] },
      'The prompt team_greet names the scope Usr.Read, which is not defined. Did you mean User.Read?',
    ],
    [
      'a toolset',
      { resources: [{ ...me, toolset: 'tem' }] },
      'The resource team_me names the toolset tem, which is not defined. Did you mean team?',
    ],
    [
      'a name of two',
      { tools: [teamTool({ name: 'team_me', execute })], resources: [me] },
      'Two of the tools, prompts and resources are named team_me.',
    ],
    ['an address of two', { resources: [me, { ...me, name: 'team_you' }] }, 'Two resources are at team://me.'],
    ['no address', { resources: [{ ...me, uri: 'me' }] }, 'The resource team_me is at me, which is not an address.'],
    [
      'variables side by side',
      { resources: [template({ uriTemplate: 'team://{folder}{name}' })] },
      'is not a template of addresses',
    ],
    [
      'other forms of variables',
      { resources: [template({ uriTemplate: 'team://x{?folder,name}' })] },
      'is not a template of addresses',
    ],
    ['no scheme', { resources: [template({ uriTemplate: '{folder}/{name}' })] }, 'is not a template of addresses'],
    [
      'a variable without a schema',
      { resources: [template({ uriTemplate: 'team://{folder}/{name}/{id}' })] },
      'The resource team_file must have id in both',
    ],
    [
      'an argument that is not one',
      { prompts: [{ ...greeting, complete: { wrd: async () => [] } }] },
      'The prompt team_greet completes wrd, which is not one of its arguments.',
    ],
  ])('%s', async (_what, extension, message) => {
    await expect(startBehalf(tenant, { tools: [], toolsets: [TEAM_TOOLSET], ...extension })).rejects.toThrow(message);
  });

  it('a port without an adapter', async () => {
    const needing = definePrompt({ ...greeting, ports: ['nothing' as never] });
    await expect(startBehalf(tenant, { ...TEAM, prompts: [needing] })).rejects.toThrow(
      'team_greet needs the port nothing',
    );
  });

  it('another API than Graph, where the server has only tokens for Graph', async () => {
    const away = defineResource({ ...me, requiredScopes: ['Leave.Read'] });
    const scopes = [{ name: 'Leave.Read', resource: 'api://contoso-leave' }];
    const start = startBehalf(tenant, {
      ...TEAM,
      resources: [away],
      scopes,
      env: { TOKEN_MODE: 'passthrough', APPROVALS: 'off' },
    });
    await expect(start).rejects.toThrow('team_me needs another API than Microsoft Graph');
  });
});
