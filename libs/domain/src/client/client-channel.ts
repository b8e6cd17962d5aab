import { onOneLine } from '../answer/quote-line.js';
import { wellFormed } from '../text/well-formed.js';
import { type InputOfClient, ToolInput } from './input.js';

/** How far a call is. */
export interface Progress {
  /** In any unit, more from report to report. */
  readonly done: number;
  /** Of how much, where it is known. */
  readonly total?: number;
  /** A sentence for the person; words of other people go into it by `quoteLine` only. */
  readonly message?: string;
}

/** How grave a log message is, as in syslog (RFC 5424). */
export type LogLevel = 'debug' | 'info' | 'notice' | 'warning' | 'error' | 'critical' | 'alert' | 'emergency';

/** What the client of a call can be told before the answer, and what it was asked. */
export interface ClientChannel {
  /** Absent where the client did not ask for progress, or is answered with JSON alone. */
  readonly progress?: (progress: Progress) => Promise<void>;
  /** Absent where the client is answered with JSON alone. */
  readonly log?: (level: LogLevel, message: string) => Promise<void>;
  readonly input?: InputOfClient;
}

/** What a tool can tell and ask its client while it works. */
export interface ClientContext {
  /** Tells how far the call is. Does nothing where the client does not want to know, and for what is not more than before. */
  readonly progress: (progress: Progress) => Promise<void>;
  /** Writes into the log of the client, where it has one. Only for tools with `logs: true`. */
  readonly log: (level: LogLevel, message: string) => Promise<void>;
  /** What the client answered to the questions of the call before. */
  readonly input: ToolInput;
}

/** Reports and log messages of one call; what comes after is not sent. */
const MAX_MESSAGES = 1_000;

export function toClientContext(channel: ClientChannel = {}): ClientContext {
  let [reached, sent] = [-Infinity, 0];
  const isNew = (done: number) => done > reached && ++sent <= MAX_MESSAGES;
  return {
    progress: async ({ done, total, message }) => {
      if (!channel.progress || !isNew(done)) return;
      reached = done;
      await channel.progress({ done, total, message: message && onOneLine(wellFormed(message)) });
    },
    log: async (level, message) => {
      if (channel.log && ++sent <= MAX_MESSAGES) await channel.log(level, onOneLine(wellFormed(message)));
    },
    input: new ToolInput(channel.input),
  };
}
