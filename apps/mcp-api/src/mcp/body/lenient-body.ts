/** Members that some clients send as `null`, `""` or `[]`, which JSON-RPC and MCP do not know, for what they leave out. */
const OPTIONAL_PARAMS = ['arguments', 'cursor', '_meta', 'task'];
/** JSON in JSON that is looked through. */
const MOST_LAYERS = 3;

type Json = Readonly<Record<string, unknown>>;

/** A message, or several, with what is certainly meant: without what stands for nothing, arguments as an object. */
export function lenientBody(body: unknown): unknown {
  return Array.isArray(body) ? body.map(lenientMessage) : lenientMessage(body);
}

function lenientMessage(message: unknown): unknown {
  if (!isObject(message) || typeof message['method'] !== 'string' || !('params' in message)) return message;
  const { params, ...rest } = message;
  if (isNothing(params)) return rest;
  return isObject(params) ? { ...rest, params: lenientParams(params, rest['method']) } : message;
}

function lenientParams(params: Json, method: unknown): Json {
  const meant = Object.entries(params).map(([name, value]): [string, unknown] => {
    if (name === '_meta' && isObject(value)) return [name, withoutNulls(value)];
    if (name === 'cursor' && !isNothing(value))
      return [name, typeof value === 'string' ? value : JSON.stringify(value)];
    return name === 'arguments' && method === 'tools/call' ? [name, fromJson(value)] : [name, value];
  });
  return Object.fromEntries(meant.filter(([name, value]) => !OPTIONAL_PARAMS.includes(name) || !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** A progress token of `null` is none. */
function withoutNulls(meta: Json): Json {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null));
}

/** Arguments as the text of an object, as models' own interfaces have them. */
function fromJson(value: unknown, layers = 0): unknown {
  if (typeof value !== 'string' || layers === MOST_LAYERS) return value;
  try {
    const inner = fromJson(JSON.parse(value), layers + 1);
    return isObject(inner) || isNothing(inner) ? inner : value;
  } catch {
    return value;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
