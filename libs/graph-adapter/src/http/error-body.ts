/** What Graph's error body says; the message is cut, because it only serves to recognise the refusal. */
export interface GraphErrorBody {
  /** The outer code, then those of the inner errors, from outside to inside, and of the details. */
  readonly codes: readonly string[];
  /** Of all of them. */
  readonly message: string;
  readonly requestId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const DEEPEST = 5;
const LONGEST = 2_000;
/** A body in a message is read up to this length. */
const LONGEST_INSIDE = 20_000;

export function readErrorBody(text: string): GraphErrorBody {
  const levels = levelsOf(errorIn(fieldsOf(safeParse(text.replace(/^\uFEFF/, '')))));
  const requestIds = levels.map((level) => asText(level['request-id'])?.replace(/[^\w-]/g, ''));
  const messages = levels.map(messageOf).map((message) => message.slice(0, LONGEST));
  return {
    codes: levels.flatMap(
      ({ code }) =>
        asText(code)
          ?.replace(/[^\w.-]/g, '')
          .slice(0, 100) || [],
    ),
    message: messages.filter(Boolean).join(' ').slice(0, LONGEST),
    requestId: requestIds.find((id) => id !== undefined)?.slice(0, 100),
  };
}

/** The error as Graph, SharePoint (`odata.error`) and sign-in pages (RFC 6749) write it, or without an envelope. */
function errorIn(body: Fields): Fields {
  const { error, error_description } = body;
  if (typeof error === 'string') return { code: error, message: error_description };
  return fieldsOf(error ?? body['odata.error'] ?? body);
}

/**
 * The error, the inner errors in it, which Graph writes as `innerError` and `innererror`, its details, and the error that
 * a service behind Graph gave, which Graph passes on as the text of a message.
 */
function levelsOf(error: Fields): readonly Fields[] {
  const levels = [error];
  while (levels.length < DEEPEST) {
    const last = levels.at(-1) ?? {};
    const inner = last['innerError'] ?? last['innererror'];
    if (inner === undefined || inner === null) break;
    levels.push(fieldsOf(inner));
  }
  const details = Array.isArray(error['details']) ? error['details'].slice(0, DEEPEST).map(fieldsOf) : [];
  const passedOn = messageOf(error);
  const isBody = passedOn.startsWith('{') && passedOn.length <= LONGEST_INSIDE;
  return [...levels, ...details, ...(isBody ? [errorIn(fieldsOf(safeParse(passedOn)))] : [])];
}

function messageOf({ message }: Fields): string {
  return asText(message) ?? asText(fieldsOf(message)['value']) ?? '';
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
