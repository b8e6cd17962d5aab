type Json = Readonly<Record<string, unknown>>;

/** What is wrong with the params of a tool call, in words for whoever made it; the SDK's own are those of its schemas. */
export function wrongParams(message: unknown): string | undefined {
  const { method, id, params } = asObject(message) ?? {};
  if (method !== 'tools/call' || id === undefined) return undefined;
  const { name, arguments: args } = asObject(params) ?? {};
  if (typeof name !== 'string') return '"name" must be the name of a tool, as tools/list gives it.';
  if (args === undefined || asObject(args)) return undefined;
  const came = Array.isArray(args) ? 'a list' : `a ${typeof args}`;
  return `"arguments" must be an object with the arguments of the tool; ${came} came.`;
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
