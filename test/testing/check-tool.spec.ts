import { defineTool, type Tool, TOOLS } from '@app/domain';
import { checkTool, inMemoryPorts } from '@app/testing';
import { z } from 'zod';

const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example', calendars: ['Team'] };
const ports = () => inMemoryPorts({ anna: ANNA }).ports;
const named = (name: string) => TOOLS.find((tool) => tool.name === name) as Tool;

const create = defineTool({
  name: 'files_make_folder',
  title: 'Make a folder',
  description: 'Makes a folder in the OneDrive of the signed-in person.',
  toolset: 'files',
  input: z.strictObject({
    name: z.string().describe('Name of the folder.'),
    dryRun: z.boolean().default(false).describe('true: only say what would be made.'),
  }),
  output: z.object({ actingAs: z.string(), id: z.string().optional() }),
  requiredScopes: ['Files.ReadWrite'],
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  effects: { reaches: 'person' },
  async execute({ name, dryRun }, { files, user, caller }) {
    if (dryRun) return { data: { actingAs: caller.displayName } };
    const { itemId: id } = await files.createFolder(user, { itemId: 'root' }, name);
    return { data: { actingAs: caller.displayName, id } };
  },
}) as Tool;

const example = { name: 'Reports' };

describe('checkTool', () => {
  it.each<[string, readonly object[]]>([
    ['calendar_list_calendars', [{}]],
    ['files_create_folder', [{ name: 'Reports' }]],
    ['mail_create_draft', [{ subject: 'Hello', body: 'One\nTwo' }]],
  ])('finds nothing wrong with %s', async (name, examples) => {
    expect(await checkTool(named(name), { ports, examples })).toEqual([]);
  });

  it('finds nothing wrong with a good tool, and wants an example', async () => {
    expect(await checkTool(create, { ports, examples: [example] })).toEqual([]);
    const wanted = 'examples: give the arguments of a call that must succeed';
    expect(await checkTool(create, { ports, examples: [] })).toEqual([wanted]);
  });

  it('names a dry run that does what the real call does', async () => {
    const careless = {
      ...create,
      execute: (input, context) => create.execute({ ...input, dryRun: false }, context),
    } as Tool;
    expect(await checkTool(careless, { ports, examples: [example] })).toEqual([
      '{"name":"Reports"}: dry run: it calls all that the real call does (files.createFolder)',
    ]);
  });

  it('names a tool that says that it asks at each call and does not', async () => {
    const effects = { reaches: 'outsiders', perCall: true } as const;
    const silent = { ...create, optionalScopes: ['User.Read'], effects } as Tool;
    expect(await checkTool(silent, { ports, examples: [example] })).toEqual([
      '{"name":"Reports"}: effects.perCall: it goes on without an approval; it must call context.agree before it writes',
    ]);
  });

  it('names an example that fails', async () => {
    const [problem] = await checkTool(create, { ports, examples: [{ nam: 'Reports' }] });
    expect(problem).toMatch(/^\{"nam":"Reports"\}: it ends with DomainError: .*nam/);
  });

  it('names scopes and toolsets that nobody defined, and what costs too much', async () => {
    const odd = { ...create, toolset: 'filez', requiredScopes: ['Files.Read', 'Leave.ReadWrite'] } as Tool;
    const problems = await checkTool(odd, { ports: () => ({}), examples: [], maxTokens: 50 });
    expect(problems).toEqual([
      expect.stringMatching(/^it costs \d+ tokens, more than 50$/),
      expect.stringContaining('names the toolset filez, which is not defined. Did you mean files?'),
      expect.stringContaining('names the scope Leave.ReadWrite, which is not defined.'),
      expect.stringMatching(/^examples:/),
    ]);
    const declared = {
      toolsets: [{ name: 'filez', title: 'Filez', onByDefault: true }],
      scopes: [{ name: 'Leave.ReadWrite' }],
    };
    const scopes = ['Files.ReadWrite', 'Leave.ReadWrite'];
    expect(await checkTool({ ...odd, requiredScopes: scopes }, { declared, ports, examples: [example] })).toEqual([]);
  });
});
