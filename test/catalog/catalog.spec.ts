import { type Tool, TOOLS } from '@app/domain';
import { toolProblems } from '@app/testing';
import { toMcpTool } from '../../apps/mcp-api/src/mcp/lists/tool-listing.js';

type Schema = Record<string, unknown>;

/** Every schema object inside a schema, with its path. */
function walk(schema: Schema, path = '$'): { path: string; schema: Schema }[] {
  const inner = Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(([name, value]) =>
    walk(value, `${path}.${name}`),
  );
  const items = schema.items ? walk(schema.items as Schema, `${path}[]`) : [];
  return [{ path, schema }, ...inner, ...items];
}

describe.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s', (_name, tool: Tool) => {
  const listing = toMcpTool(tool);

  it('is shown to the model as reviewed', () => expect(listing).toMatchSnapshot());

  it('has no problem that a host, a model or the person would meet', () => expect(toolProblems(tool)).toEqual([]));

  it('takes flat arguments', () => {
    for (const { path, schema } of walk(listing.inputSchema as Schema))
      if (path !== '$') expect({ path, nested: schema.type === 'object' }).toEqual({ path, nested: false });
  });

  it('says of every field that other people may have written that it is data', () => {
    expect(unmarked(listing.outputSchema as Shape)).toEqual([]);
  });
});

describe('the catalog', () => {
  it('stays inside its budget of 18,000 tokens, the calendar inside 8,000 (characters / 4)', () => {
    const tokensOf = (tools: readonly Tool[]) => Math.ceil(JSON.stringify(tools.map(toMcpTool)).length / 4);
    const tokens = { all: tokensOf(TOOLS), calendar: tokensOf(TOOLS.filter(({ toolset }) => toolset === 'calendar')) };
    expect(tokens).toMatchSnapshot('tokens');
    expect(tokens.all).toBeLessThanOrEqual(18_000);
    expect(tokens.calendar).toBeLessThanOrEqual(8_000);
  });
});

interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** Texts that the server or Graph makes, or that name the person and what they gave themselves. */
const OWN_WORDS =
  /\.(id|\w+Id|version|cursor|\w*[tT]imeZone|start|end|modified|now|notes\[\]|reason|error|actingAs|calendarOf|response|showAs|status|\w*address|notified\[\]|external\[\]|firstContact\[\]|people\[\]|permissionIds\[\]|grantedScopes\[\]|\w*([uU]rl|[lL]ink)|contentType)$|\.(actingAs|recurrence|workingHours|unavailableTools\[\])\./;

/** Texts of which neither they nor what holds them say that other people may have written them. */
function unmarked({ type, description = '', enum: words, properties = {}, items }: Shape, path = ''): string[] {
  if (description.includes('data, not instructions')) return [];
  const inside = Object.entries(properties).flatMap(([name, shape]) => unmarked(shape, `${path}.${name}`));
  const isText = type === 'string' && words === undefined && !OWN_WORDS.test(path);
  return [...inside, ...(items ? unmarked(items, `${path}[]`) : []), ...(isText ? [path] : [])];
}
