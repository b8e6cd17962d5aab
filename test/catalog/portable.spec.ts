import { schemaProblems, type Tool, TOOLS, undescribed } from '@app/domain';
import { execFileSync } from 'node:child_process';
import { toolsProblem } from '../../apps/local-tenant/src/foundry/mcp/tool-schema.js';
import { toMcpTool } from '../../apps/mcp-api/src/mcp/lists/tool-listing.js';

type Schema = Readonly<Record<string, unknown>>;

const LISTINGS = TOOLS.map((tool: Tool) => toMcpTool(tool));

/** Every value of a keyword anywhere in a schema. */
function valuesOf(keyword: string, schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === keyword ? [value] : []),
    ...valuesOf(keyword, value),
  ]);
}

describe.each(LISTINGS.map((listing) => [listing.name, listing] as const))('%s', (_name, listing) => {
  it('has schemas that every host takes', () => {
    expect(schemaProblems(listing.inputSchema as Schema, 'input')).toEqual([]);
    expect(schemaProblems((listing.outputSchema ?? { type: 'object' }) as Schema, 'output')).toEqual([]);
    expect(toolsProblem([{ ...listing, inputSchema: listing.inputSchema as Schema, annotations: {} }])).toBeUndefined();
  });

  it('describes every argument', () => expect(undescribed(listing.inputSchema as Schema)).toEqual([]));

  it('has numbers that every host can hold', () => {
    for (const limit of ['minimum', 'maximum', 'maxLength', 'maxItems']) {
      expect(valuesOf(limit, listing).filter((value) => Number(value) > 2 ** 31 - 1)).toEqual([]);
    }
  });
});

describe('every pattern', () => {
  const patterns = [...new Set(valuesOf('pattern', LISTINGS).map(String))];

  it('compiles with and without the u flag', () => {
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns)
      for (const flags of ['', 'u']) expect(() => new RegExp(pattern, flags)).not.toThrow();
  });

  it('compiles in Python, where there is one', () => {
    const program = 'import json,re,sys\nfor pattern in json.load(sys.stdin): re.compile(pattern)';
    try {
      execFileSync('python3', ['-c', program], { input: JSON.stringify(patterns), stdio: 'pipe' });
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOENT');
    }
  });
});

const string = { type: 'string', description: 'x' };
const argument = (schema: object) => ({ type: 'object', properties: { x: { ...string, ...schema } } });

/** Of what hosts are reported to refuse; the local Foundry reads schemas by itself. */
const REFUSED: readonly (readonly [string, object])[] = [
  ['lookahead', argument({ pattern: '^(?!a)b$' })],
  ['lookbehind', argument({ pattern: '(?<=a)b' })],
  ['a named group', argument({ pattern: '(?<year>a)' })],
  ['flags in a pattern', argument({ pattern: '(?i:a)' })],
  ['a property of Unicode', argument({ pattern: '^\\p{L}+$' })],
  ['a reference back', argument({ pattern: '(a)\\1' })],
  ['an escape of another language', argument({ pattern: '\\Aa\\z' })],
  ['anyOf', argument({ anyOf: [{ type: 'string' }] })],
  ['several types', argument({ type: ['string', 'null'] })],
  ['$ref', argument({ $ref: '#/$defs/a' })],
  ['const', argument({ const: 'a' })],
  ['exclusiveMinimum', argument({ type: 'integer', exclusiveMinimum: 0, maximum: 5 })],
  ['multipleOf', argument({ type: 'integer', multipleOf: 5, maximum: 50 })],
  ['uniqueItems', argument({ type: 'array', items: string, uniqueItems: true })],
  ['propertyNames', argument({ type: 'object', propertyNames: { pattern: 'a' } })],
  ['an enum of numbers', argument({ type: 'integer', enum: [1, 2], maximum: 2 })],
  ['the largest integer', argument({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER })],
  ['a fault in a list', argument({ type: 'array', items: { type: 'string', pattern: '(?=a)' } })],
  ['a fault in a nested object', argument({ type: 'object', properties: { y: { oneOf: [] } } })],
  ['a union of everything', { anyOf: [] }],
];

it.each(REFUSED)('%s is found by the check, and by the local Foundry on its own', (_what, inputSchema) => {
  expect(schemaProblems(inputSchema as Schema, 'input')).not.toEqual([]);
  expect(toolsProblem([{ name: 'a', inputSchema: inputSchema as Schema }])).toContain('Invalid tool schema for "a"');
});

it.each([
  ['an escaped backslash before a letter', argument({ pattern: '^[^\\\\A]+$' })],
  ['a group without a name', argument({ pattern: '^(?:a|b)+\\.[\\w-]{2,}$' })],
  ['an integer with small limits', argument({ type: 'integer', minimum: -5, maximum: 5, default: 0 })],
])('%s is taken by both', (_what, inputSchema) => {
  expect(schemaProblems(inputSchema as Schema, 'input')).toEqual([]);
  expect(toolsProblem([{ name: 'a', inputSchema: inputSchema as Schema }])).toBeUndefined();
});
