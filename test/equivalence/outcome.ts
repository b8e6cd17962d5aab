import type { McpAnswer } from '../support/mcp.js';
import type { GraphAnswer } from './graph.js';

/** What came of a question, in words that fit both sides. */
export type Outcome =
  | { readonly verdict: 'allowed'; readonly data: unknown }
  | { readonly verdict: Refusal }
  /** Something neither side should answer; it is never equal to anything else. */
  | { readonly verdict: 'unexpected'; readonly said: string };

/** `scope`: the token may not. `missing`: not in what the person has. `refused`: the person may not, or has no mailbox. `taken`: the name is. */
export type Refusal = 'scope' | 'missing' | 'refused' | 'consent' | 'arguments' | 'taken';

/** Ends one side's work with its outcome. */
export class Refused extends Error {
  constructor(readonly outcome: Outcome) {
    super(`refused: ${JSON.stringify(outcome)}`);
  }
}

export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { verdict: 'allowed', data: await work() };
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

const TOOL_ERRORS: Readonly<Record<string, Refusal>> = {
  access_denied: 'scope',
  not_found: 'missing',
  not_allowed: 'refused',
  consent_required: 'consent',
  invalid_arguments: 'arguments',
  conflict: 'taken',
};

/**
 * The structured content of a tool's answer.
 * @throws Refused
 */
export function served<Data>({ status, body, text }: McpAnswer): Data {
  if (status === 403) throw new Refused({ verdict: 'scope' });
  if (status === 200 && body.result && !body.result.isError) return body.result.structuredContent as Data;
  const said = body.result?.content?.[0]?.text;
  const code = said === undefined ? '' : (JSON.parse(said) as { error: { code: string } }).error.code;
  const verdict = TOOL_ERRORS[code];
  throw new Refused(verdict ? { verdict } : { verdict: 'unexpected', said: `${status} ${text}` });
}

/**
 * The body of Graph's answer; a refusal is noted as well.
 * @throws Refused
 */
export function answered<Body>({ status, body }: GraphAnswer, note: (refusal: Outcome) => void): Body {
  if (status < 400) return body as Body;
  const { code = '', message = '' } = (body['error'] ?? {}) as { code?: string; message?: string };
  const refusal = errorOf(status, code, message);
  note(refusal);
  throw new Refused(refusal);
}

/** Of a message that was sent or received. */
const ONLY_DRAFTS: readonly string[] = ['ErrorInvalidOperation', 'ErrorInvalidPropertySet'];

function errorOf(status: number, code: string, message: string): Outcome {
  if (status === 403) return { verdict: 'scope' };
  if (code === 'MailboxNotEnabledForRESTAPI') return { verdict: 'refused' };
  if (status === 404 || code === 'ErrorInvalidIdMalformed') return { verdict: 'missing' };
  if (status === 400 && (/organizer/i.test(message) || ONLY_DRAFTS.includes(code))) return { verdict: 'refused' };
  if (status === 409) return { verdict: 'taken' };
  if (/no content/.test(message)) return { verdict: 'refused' };
  if (code === 'ErrorInvalidRecipients' || code === 'invalidRequest') return { verdict: 'arguments' };
  return { verdict: 'unexpected', said: `${status} ${code} ${message}` };
}
