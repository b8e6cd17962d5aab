import type { Tool as McpTool } from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';

/** An argument that clients of 2026-07-28 repeat in a header, for proxies that read no bodies (MCP, "Schema Extension"). */
export interface ParamHeader {
  readonly path: readonly string[];
  /** In lower case, as Node has it. */
  readonly header: string;
}

interface Schema {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly 'x-mcp-header'?: unknown;
}

const KEYWORD = 'x-mcp-header';
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/;
const TYPES: readonly unknown[] = ['string', 'integer', 'boolean'];

/**
 * What the schema of a tool wants repeated.
 * @throws Error, at start, when a header is not well-formed, stands where none may, or stands there twice
 */
export function paramHeadersOf({ name, inputSchema }: Pick<McpTool, 'name' | 'inputSchema'>): readonly ParamHeader[] {
  const declared = declaredIn(inputSchema as Schema, []);
  const count = JSON.stringify(inputSchema).split(`"${KEYWORD}":`).length - 1;
  const isGood = declared.every(
    ({ path, header, type }) => path.length > 0 && TOKEN.test(header) && TYPES.includes(type),
  );
  const names = new Set(declared.map(({ header }) => header.toLowerCase()));
  if (!isGood || count !== declared.length || names.size !== declared.length) {
    throw new Error(`${name}: ${KEYWORD} must be a name of a header, once, at a string, integer or boolean argument`);
  }
  return declared.map(({ path, header }) => ({ path, header: `mcp-param-${header.toLowerCase()}` }));
}

function declaredIn(
  schema: Schema,
  path: readonly string[],
): { path: readonly string[]; header: string; type: unknown }[] {
  const header = schema[KEYWORD];
  const own = header === undefined ? [] : [{ path, header: String(header), type: schema.type }];
  const inner = Object.entries(schema.properties ?? {});
  return [...own, ...inner.flatMap(([name, property]) => declaredIn(property, [...path, name]))];
}

/** The name of a header that is missing or says something else than the arguments; undefined when there is none. */
export function contradicting(
  wanted: readonly ParamHeader[],
  args: unknown,
  headers: IncomingHttpHeaders,
): string | undefined {
  return wanted.find(({ path, header }) => {
    const value = path.reduce<unknown>(
      (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
      args,
    );
    return isSimple(value) && !saysTheSame(headers[header], value);
  })?.header;
}

function saysTheSame(header: string | readonly string[] | undefined, value: string | number | boolean): boolean {
  const said = typeof header === 'string' ? decoded(header) : undefined;
  if (said === undefined) return false;
  const isSameNumber = typeof value === 'number' && /^-?\d+(?:\.\d+)?$/.test(said) && Number(said) === value;
  return said === String(value) || isSameNumber;
}

/** Other than visible ASCII comes as `=?base64?…?=` of UTF-8. */
function decoded(header: string): string | undefined {
  const encoded = /^=\?base64\?((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)\?=$/.exec(header)?.[1];
  if (encoded === undefined) return header.startsWith('=?base64?') && header.endsWith('?=') ? undefined : header;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
  } catch {
    return undefined;
  }
}

function isSimple(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
