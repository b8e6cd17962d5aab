import {
  type ClientChannel,
  DomainError,
  type InputKind,
  type InputRequired,
  isInputRequired,
  type LogLevel,
  type Progress,
} from '@app/domain';

/** What the client of a run answers, under the name of the question, in the form that MCP has: `{ action: 'accept', content: {…} }`. */
export type ClientAnswers = Readonly<Record<string, object>>;

/** What was told to the client, and asked of it, in order. */
export interface Recorded {
  readonly progress: readonly Progress[];
  readonly log: readonly { readonly level: LogLevel; readonly message: string }[];
  /** The questions of each round. */
  readonly asked: readonly InputRequired['inputRequests'][];
}

const MAX_ROUNDS = 20;
const KINDS: readonly InputKind[] = ['form', 'url', 'sampling', 'roots'];

/**
 * Does the work again with the answers to its questions until it asks no more, as a client does. The state goes as JSON
 * from round to round.
 * @param answers undefined for a client that cannot be asked
 * @throws DomainError `client_cannot_be_asked`; Error for a question without an answer
 */
export async function withClient<Outcome extends object>(
  answers: ClientAnswers | undefined,
  work: (client: ClientChannel) => Promise<Outcome | InputRequired>,
): Promise<Outcome & Recorded> {
  const [progress, log, asked]: [Progress[], Recorded['log'][number][], InputRequired['inputRequests'][]] = [
    [],
    [],
    [],
  ];
  let input: ClientChannel['input'] = answers && { kinds: KINDS };
  while (asked.length < MAX_ROUNDS) {
    const outcome = await work({
      progress: async (one) => void progress.push(one),
      log: async (level, message) => void log.push({ level, message }),
      input,
    });
    if (!isInputRequired(outcome)) return { ...outcome, progress, log, asked };
    if (!answers) throw new DomainError('client_cannot_be_asked');
    asked.push(outcome.inputRequests);
    input = { kinds: KINDS, state: asJson(outcome.state), responses: answersTo(outcome, answers) };
  }
  throw new Error(`It asked ${MAX_ROUNDS} times.`);
}

function answersTo({ inputRequests }: InputRequired, answers: ClientAnswers): ClientAnswers {
  const names = Object.keys(inputRequests);
  const open = names.filter((name) => !Object.hasOwn(answers, name));
  if (open.length > 0) throw new Error(`It asks for ${open.join(', ')}, which "answers" has not.`);
  return Object.fromEntries(names.map((name) => [name, answers[name] as object]));
}

function asJson(state: unknown): unknown {
  return state === undefined ? undefined : JSON.parse(JSON.stringify(state));
}
