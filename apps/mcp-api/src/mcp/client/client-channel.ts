import type { ClientChannel, InputKind, LogLevel, Progress } from '@app/domain';
import { type ClientCapabilities, CLIENT_CAPABILITIES_META_KEY } from '@modelcontextprotocol/server';
import type { MessageContext } from '../method-table.js';

/** The SDK hands the envelope on as it came, without its type. */
interface Envelope {
  readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities;
}

/** What this request lets the server send before its answer. */
export interface Reach {
  /** The answer may be a stream. */
  readonly streams: boolean;
  /** The server declared that it logs. */
  readonly logs: boolean;
  /** The revision knows `input_required` (2026-07-28). */
  readonly asks: boolean;
}

/** The client of a request, as the domain's tools know it. */
export function clientChannel(context: MessageContext, reach: Reach, state: unknown): ClientChannel {
  const token = context._meta?.progressToken;
  const progress = ({ done, total, message }: Progress) =>
    context.notify({
      method: 'notifications/progress',
      params: { progressToken: token, progress: done, total, message },
    });
  const log = (level: LogLevel, message: string) => context.log(level, message);
  return {
    progress: reach.streams && token !== undefined ? whereItArrives(progress) : undefined,
    log: reach.streams && reach.logs ? whereItArrives(log) : undefined,
    input: reach.asks ? { responses: context.inputResponses, state, kinds: kindsOf(context) } : undefined,
  };
}

/** A client that went away cannot be told, which is no failure of the tool. */
function whereItArrives<Args extends unknown[]>(send: (...args: Args) => Promise<void>) {
  return async (...args: Args): Promise<void> => send(...args).catch(() => undefined);
}

/** A client that says no more than that it elicits shows forms. */
export function kindsOf({ envelope }: Pick<MessageContext, 'envelope'>): readonly InputKind[] {
  const declared = (envelope as Envelope | undefined)?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
  const { elicitation, sampling, roots } = declared;
  const kinds: readonly (readonly [InputKind, boolean])[] = [
    ['form', elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined)],
    ['url', elicitation?.url !== undefined],
    ['sampling', sampling !== undefined],
    ['roots', roots !== undefined],
  ];
  return kinds.flatMap(([kind, isDeclared]) => (isDeclared ? [kind] : []));
}
