/** What Graph's error body says; the message is cut, because it only serves to recognise the refusal. */
export interface GraphErrorBody {
  /** The outer code, then those of the inner errors, from outside to inside. */
  readonly codes: readonly string[];
  readonly message: string;
  readonly requestId?: string;
}

const DEEPEST = 5;
const LONGEST = 2_000;

export function readErrorBody(text: string): GraphErrorBody {
  const levels = levelsOf(fieldsOf(fieldsOf(safeParse(text)).error));
  const requestIds = levels.map((level) => asText(level['request-id'])?.replace(/[^\w-]/g, ''));
  return {
    codes: levels.flatMap(
      ({ code }) =>
        asText(code)
          ?.replace(/[^\w.-]/g, '')
          .slice(0, 100) || [],
    ),
    message: asText(levels[0]?.['message'])?.slice(0, LONGEST) ?? '',
    requestId: requestIds.find((id) => id !== undefined)?.slice(0, 100),
  };
}

/** The error and the inner errors in it, which Graph writes as `innerError` and `innererror`. */
function levelsOf(error: Record<string, unknown>): readonly Record<string, unknown>[] {
  const levels = [error];
  while (levels.length < DEEPEST) {
    const last = levels.at(-1) ?? {};
    const inner = last['innerError'] ?? last['innererror'];
    if (inner === undefined || inner === null) break;
    levels.push(fieldsOf(inner));
  }
  return levels;
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
