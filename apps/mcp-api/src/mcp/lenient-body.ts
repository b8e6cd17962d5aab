/** Members that some clients send as `null`, which JSON-RPC and MCP do not know, for what they leave out. */
const OPTIONAL_PARAMS = ['arguments', 'cursor', '_meta'];

type Json = Readonly<Record<string, unknown>>;

/** A message, or several, with what is certainly meant: without `null` for what may be left out, arguments as an object. */
export function lenientBody(body: unknown): unknown {
  return Array.isArray(body) ? body.map(lenientMessage) : lenientMessage(body);
}

function lenientMessage(message: unknown): unknown {
  if (!isObject(message) || typeof message['method'] !== 'string' || !('params' in message)) return message;
  const { params, ...rest } = message;
  if (params === null) return rest;
  return isObject(params) ? { ...rest, params: lenientParams(params, rest['method']) } : message;
}

function lenientParams(params: Json, method: unknown): Json {
  const given = Object.entries(params).filter(([name, value]) => value !== null || !OPTIONAL_PARAMS.includes(name));
  const meant = given.map(([name, value]): [string, unknown] => {
    if (name === '_meta' && isObject(value)) return [name, withoutNulls(value)];
    return name === 'arguments' && method === 'tools/call' ? [name, fromJson(value)] : [name, value];
  });
  return Object.fromEntries(meant.filter(([name, value]) => value !== '' || !OPTIONAL_PARAMS.includes(name)));
}

/** A progress token of `null` is none. */
function withoutNulls(meta: Json): Json {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null));
}

/** Arguments as the text of an object, as models' own interfaces have them. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) ? parsed : value;
  } catch {
    return value;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
