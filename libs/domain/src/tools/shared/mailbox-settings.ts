import { DomainError } from '../../errors/domain-error.js';
import type { ErrorCode } from '../../errors/error-definition.js';
import type { MailboxSettings } from '../../ports/profile.port.js';
import type { ToolContext } from '../../tool/tool.js';

/** The settings, or why there are none to go by. */
export interface KnownSettings {
  readonly settings?: MailboxSettings;
  /** One sentence. */
  readonly problem?: string;
}

/** Refusals that asking again does not change: for guests, without a licence, by a rule of the organisation. */
const REFUSED: readonly ErrorCode[] = ['access_denied', 'not_allowed', 'not_found'];

/** The settings of the person's mailbox as far as they may be read; what passes by itself is thrown as it is. */
export async function settingsOf({ profile, user }: Pick<ToolContext, 'profile' | 'user'>): Promise<KnownSettings> {
  if (!user.may('MailboxSettings.Read')) {
    return { problem: 'Reading the time zone of the mailbox needs the scope MailboxSettings.Read.' };
  }
  try {
    return { settings: await profile.mailboxSettings(user) };
  } catch (error) {
    if (!(error instanceof DomainError) || !REFUSED.includes(error.code)) throw error;
    return { problem: isMissing(error) ? NO_MAILBOX : 'The settings of the mailbox cannot be read.' };
  }
}

const NO_MAILBOX = 'The signed-in person has no mailbox here, as guests and people without a licence have none.';

function isMissing({ code, reason }: DomainError): boolean {
  return reason === 'mailbox_missing' || code === 'not_found';
}
