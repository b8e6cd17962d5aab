import { DomainError } from '../../errors.js';
import { toIanaZone } from '../../time/zone.js';
import type { ToolContext } from '../../tool.js';

/** The zone the caller named, else the mailbox's, else UTC with a note: enough for reading. */
export async function zoneForReading(
  named: string | undefined,
  context: ToolContext,
): Promise<{ readonly timeZone: string; readonly note?: string }> {
  const timeZone = await namedOrMailboxZone(named, context);
  if (timeZone) return { timeZone };
  return {
    timeZone: 'UTC',
    note: 'Times are UTC: reading the mailbox time zone needs the scope MailboxSettings.Read.',
  };
}

/**
 * The zone the caller named, else the mailbox's. A write is never guessed.
 * @throws DomainError `invalid_arguments` when neither is known
 */
export async function zoneForWriting(named: string | undefined, context: ToolContext): Promise<string> {
  const timeZone = await namedOrMailboxZone(named, context);
  if (timeZone) return timeZone;
  throw new DomainError('invalid_arguments', 'timeZone is missing, and the mailbox time zone may not be read.', {
    userAction: 'Give timeZone as an IANA name, or consent to the scope MailboxSettings.Read.',
  });
}

async function namedOrMailboxZone(
  named: string | undefined,
  { profile, user }: ToolContext,
): Promise<string | undefined> {
  if (named !== undefined) return toIanaZone(named);
  return user.may('MailboxSettings.Read') ? (await profile.mailboxSettings(user)).timeZone : undefined;
}
