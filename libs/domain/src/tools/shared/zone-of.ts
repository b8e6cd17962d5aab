import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { MailboxSettings } from '../../ports/profile.port.js';
import { toIanaZone } from '../../time/zone.js';
import type { ToolContext } from '../../tool/tool.js';
import { settingsOf } from './mailbox-settings.js';

/** A zone to show times in, and what to say of it. */
export interface KnownZone {
  readonly timeZone: string;
  readonly note?: string;
}

/** The zone the caller named, else the mailbox's, else UTC with a note: enough for reading. */
export async function zoneForReading(named: string | undefined, context: ToolContext): Promise<KnownZone> {
  const { timeZone, problem } = await namedOrMailboxZone(named, context);
  if (timeZone !== undefined) return { timeZone };
  return { timeZone: 'UTC', note: `${problem} Times are UTC; give timeZone to see them in another zone.` };
}

/**
 * The zone the caller named, else the mailbox's. A write is never guessed.
 * @throws DomainError `invalid_arguments` when neither is known
 */
export async function zoneForWriting(named: string | undefined, context: ToolContext): Promise<string> {
  const { timeZone, problem } = await namedOrMailboxZone(named, context);
  if (timeZone !== undefined) return timeZone;
  throw new DomainError('invalid_arguments', `timeZone is missing. ${problem}`, {
    userAction:
      'Ask the person which zone is meant, and give timeZone as an IANA name such as "Europe/Berlin". Nothing was written.',
  });
}

/** Why the zone of a mailbox cannot be used, in one sentence. */
export function unknownZone({ unknown }: MailboxSettings): string {
  const name = unknown?.timeZone;
  if (!name) return 'The mailbox has no time zone.';
  return `The time zone of the mailbox, ${quoteLine(name, 60)}, has no IANA name.`;
}

type ZoneOrProblem =
  { readonly timeZone: string; readonly problem?: never } | { readonly timeZone?: never; readonly problem: string };

async function namedOrMailboxZone(named: string | undefined, context: ToolContext): Promise<ZoneOrProblem> {
  if (named !== undefined) return { timeZone: toIanaZone(named) };
  const { settings, problem = '' } = await settingsOf(context);
  if (settings?.timeZone !== undefined) return { timeZone: settings.timeZone };
  return { problem: settings ? unknownZone(settings) : problem };
}
