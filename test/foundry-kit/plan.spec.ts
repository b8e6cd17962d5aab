import { DEFAULT_POLICY, TOOLS, TOOLSETS } from '@app/domain';
import { takeExtension } from '../../apps/foundry-kit/src/extension.js';
import { planCommand } from '../../apps/foundry-kit/src/plan/plan.command.js';
import { toDeployment } from '../../apps/foundry-kit/src/plan/deployment.js';
import { type Plan, planOf } from '../../apps/foundry-kit/src/plan/plan.js';
import { readConfig, readPolicy } from '@app/config';

const KNOWN = {
  PUBLIC_URL: 'https://behalf.example/mcp',
  ENTRA_TENANT_IDS: '6f2a1c58-3b7d-4e90-9c41-0d5b8e7fa201',
  ENTRA_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
  ENTRA_ALLOWED_CLIENT_IDS: '66666666-7777-8888-9999-000000000000',
};

function plan(policy: Partial<typeof DEFAULT_POLICY> = {}): Plan {
  return planOf(toDeployment(KNOWN), { ...DEFAULT_POLICY, ...policy }, {}, 'behalf');
}

function planned(args: readonly string[], variables = {}): string {
  return planCommand(args, { ...KNOWN, ...variables });
}

const everything = plan({ toolsets: TOOLSETS.map(({ name }) => name) });

describe('the plan of a connection', () => {
  it('allows every enabled tool, lets reads run and asks before every write', () => {
    const { allowed_tools, require_approval } = everything.agentTool;
    expect(allowed_tools).toEqual(TOOLS.map(({ name }) => name));
    const writes = TOOLS.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);
    expect(require_approval.always.tool_names).toEqual(writes);
    expect([...require_approval.never.tool_names, ...writes].sort()).toEqual([...allowed_tools].sort());
  });

  it.each(TOOLSETS.map(({ name }) => name))('changes with the toolset "%s" and nothing else', (toolset) => {
    const tools = TOOLS.filter((tool) => tool.toolset === toolset);
    const alone = plan({ toolsets: [toolset] });
    const scopes = tools.flatMap((tool) => [...tool.requiredScopes, ...(tool.optionalScopes ?? [])]);
    expect(alone.graphPermissions).toEqual([...new Set(scopes)].sort());
    expect(alone.scopes.map(({ value }) => value)).toEqual(alone.graphPermissions);
    expect(alone.agentTool.allowed_tools).toEqual(tools.map(({ name }) => name));
  });

  it('leaves out writes and their scopes in a read-only deployment', () => {
    const { agentTool, graphPermissions } = plan({ readOnly: true });
    expect(agentTool.require_approval.always.tool_names).toEqual([]);
    expect(graphPermissions.filter((scope) => /ReadWrite|Send/.test(scope))).toEqual([]);
  });

  it('asks for tokens of version 2 and for no application permission', () => {
    const { api, requiredResourceAccess } = everything.api;
    expect(api).toMatchObject({ requestedAccessTokenVersion: 2 });
    expect(JSON.stringify(requiredResourceAccess)).not.toContain('"Role"');
  });

  it('has consent texts that Entra takes, made of what the tools are called', () => {
    for (const scope of everything.scopes) {
      expect(scope.userConsentDisplayName.length).toBeLessThanOrEqual(100);
      expect(scope.adminConsentDisplayName.length).toBeLessThanOrEqual(100);
      expect(scope.userConsentDescription.length).toBeLessThanOrEqual(850);
      expect(TOOLS.some(({ title }) => scope.userConsentDescription.includes(title))).toBe(true);
    }
    expect(new Set(everything.scopes.map(({ id }) => id)).size).toBe(everything.scopes.length);
    expect(everything.scopes.find(({ value }) => value === 'User.Read')?.id).toBe(
      '4fd1899e-f753-52d7-afa2-691521aaf266',
    );
  });

  it('asks Foundry for the broadest scopes only, and for a refresh token', () => {
    const { scopes } = plan({ toolsets: ['calendar'] }).connection.properties;
    expect(scopes).toContain(`api://${KNOWN.ENTRA_CLIENT_ID}/Calendars.ReadWrite`);
    expect(scopes).not.toContain(`api://${KNOWN.ENTRA_CLIENT_ID}/Calendars.Read`);
    expect(scopes.at(-1)).toBe('offline_access');
  });

  it('has the redirect URI of the authorization front where that is on, and only there', () => {
    const front = 'https://behalf.example/authorization/callback';
    for (const format of ['text', 'json', 'bicep']) {
      expect(planned(['--format', format], { AUTHORIZATION_FRONT: 'true' })).toContain(front);
      expect(planned(['--format', format])).not.toContain('authorization/callback');
    }
    const text = planned([], { AUTHORIZATION_FRONT: 'true' });
    expect(text).toContain('Metadata               https://behalf.example/.well-known/oauth-authorization-server');
  });

  it('is of the cloud that the server is in', () => {
    const china = planned([], { ENTRA_CLOUD: 'china' });
    expect(china).toContain('https://login.partner.microsoftonline.cn/');
    expect(china).toContain('microsoftgraph.chinacloudapi.cn%2FUser.Read');
    expect(china).not.toContain('microsoftonline.com');
  });
});

describe('npm run foundry -- plan', () => {
  it.each(['text', 'json', 'bicep', 'arm', 'azd'])('writes %s', (format) => {
    const text = planned(['--format', format], { TOOLSETS: 'core' });
    expect(text).toContain(`api://${KNOWN.ENTRA_CLIENT_ID}`);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it('writes the tool of the agent, which names the connection', () => {
    const tool: unknown = JSON.parse(planned(['--format', 'tool', '--connection', 'mine']));
    expect(tool).toMatchObject({ type: 'mcp', server_url: KNOWN.PUBLIC_URL, project_connection_id: 'mine' });
  });

  it.each(['vscode', 'claude', 'copilot-studio', 'inspector', 'mcp-remote', 'sdk'])(
    'writes what %s needs, with the values of the server',
    (client) => {
      const text = planned(['--client', client]);
      expect(text).toContain(KNOWN.PUBLIC_URL);
      expect(text).toContain(`api://${KNOWN.ENTRA_CLIENT_ID}`);
      expect(text).toMatch(/redirect URI .*https?:/);
      expect(text).not.toMatch(/undefined(?!,)|\[object/);
    },
  );

  it.each(['vscode', 'claude', 'inspector', 'mcp-remote', 'sdk'])(
    'writes what %s needs at the front: a client that the server takes as it is written',
    (client) => {
      const text = planned(['--client', client], { AUTHORIZATION_FRONT: 'true' });
      expect(text).toContain('Without the authorization front (it is on).');
      expect(text).toContain('Through the authorization front (it is on).');
      const [, FRONT_CLIENTS, , FRONT_CLIENT_HOSTS] =
        /set FRONT_CLIENTS=(\S+?)(, or FRONT_CLIENT_HOSTS=(\S+))?\.$/m.exec(text) ?? [];
      const variables = { AUTHORIZATION_FRONT: 'true', FRONT_CLIENTS, FRONT_CLIENT_HOSTS, SEALING_KEY: 'x'.repeat(32) };
      const { front } = readConfig({ ...KNOWN, ENTRA_CLIENT_SECRET: 'x', ...variables });
      const id = front?.clients[0]?.id ?? '';
      expect(text.slice(text.indexOf('Through the'))).toMatch(new RegExp(`(clientId|client-id|client_id).{1,8}${id}`));
    },
  );

  it('says that Copilot Studio signs in at Entra in any case', () =>
    expect(planned(['--client', 'copilot-studio'])).toContain('Through the authorization front: no.'));

  it('says which service app registrations belong to, where a tenant demands it', () => {
    const reference = ['--service-management-reference', '4f1c'];
    const { api, foundry } = JSON.parse(planned(['--format', 'json', ...reference])) as Plan;
    expect([api, foundry].map((one) => one['serviceManagementReference'])).toEqual(['4f1c', '4f1c']);
    const bicep = planned(['--format', 'bicep', ...reference]);
    expect(bicep.match(/serviceManagementReference: '4f1c'/g)).toHaveLength(2);
    expect(planned(['--format', 'json'])).not.toContain('serviceManagementReference');
  });

  it('can be made before anything exists, with names for what is not known', () => {
    expect(planCommand([], {})).toContain('<behalf-client-id>');
    const bicep = planCommand(['--format', 'bicep'], {});
    expect(bicep).not.toMatch(/<[a-z-]+>/);
    expect(bicep).toContain('param host string');
    expect(bicep).toContain("'api://${api.appId}/User.Read'");
  });

  it.each([
    [['--format', 'xml'], 'write one of text, json, bicep, tool, agent, toolbox, arm, azd'],
    [['--connection', 'Behalf Connection'], 'write 3 to 24 of a-z, 0-9 and -'],
    [['--connection', 'ab'], 'write 3 to 24 of a-z, 0-9 and -'],
    [['--connection=-behalf'], 'a letter or digit first'],
    [['--client', 'emacs'], 'write one of vscode, claude, copilot-studio'],
    [['--unknown'], "Unknown option '--unknown'"],
  ])('says how to fix %j', (args, message) => expect(() => planned(args)).toThrow(message));

  it('says what is wrong in the policy', () =>
    expect(() => planned([], { TOOLSETS: 'calender' })).toThrow('did you mean calendar?'));

  it('plans the scopes of another API beside those of Graph', async () => {
    const { declared, args } = await takeExtension([
      '--extension',
      `${import.meta.dirname}/support/leave-extension.mjs`,
    ]);
    const { otherApis, graphPermissions, api } = planOf(
      toDeployment(KNOWN),
      readPolicy({}, declared),
      declared,
      'behalf',
    );
    expect(otherApis).toEqual([
      { resource: 'api://contoso-leave', scopes: ['Leave.Read'], adminConsentUrl: expect.any(String) },
    ]);
    const scope = new URL(otherApis[0]!.adminConsentUrl).searchParams.get('scope');
    expect([scope, graphPermissions]).toEqual(['api://contoso-leave/Leave.Read', ['User.Read']]);
    expect(JSON.stringify(api.api)).toContain('"value":"Leave.Read"');
    expect(planCommand(args, KNOWN, declared)).toContain('Delegated permissions of api://contoso-leave:');
  });

  it.each([
    [['--extension'], 'names no file'],
    [['--extension', 'nowhere.mjs'], 'cannot be loaded'],
    [['--extension', 'package.json'], 'cannot be loaded'],
    [['--extension', 'scripts/ports.mjs'], 'has no default export'],
  ])('refuses %j', async (args, message) => {
    await expect(takeExtension(args)).rejects.toThrow(message);
  });
});
