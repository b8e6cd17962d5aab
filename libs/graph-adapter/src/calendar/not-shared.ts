import { DomainError } from '@app/domain';

/** Where a calendar is not shared, Graph says any of these, and not the same in every case. */
const SAYS_NOT_SHARED: readonly string[] = ['access_denied', 'not_found', 'not_allowed'];

/** Somebody else's calendar that the person may not see; nobody is told whether there is such a mailbox. */
export function notShared(address: string, cause?: unknown): DomainError {
  return new DomainError('not_allowed', `No calendar of ${address} is shared with the signed-in person.`, {
    userAction:
      'Check the address, or have its owner share their calendar in Outlook so that all details are seen. calendar_get_free_busy tells when they are busy without that.',
    cause,
  });
}

/** Whether the mailbox that was asked is not there: whose it is, Graph's words do not say. */
export function isNoMailbox(error: unknown): boolean {
  return error instanceof DomainError && error.reason === 'mailbox_missing';
}

/** An error of reading somebody else's calendar, in the words that fit it. */
export function orNotShared(error: unknown, address: string): unknown {
  const isMeant =
    error instanceof DomainError && SAYS_NOT_SHARED.includes(error.code) && error.reason !== 'permission_missing';
  return isMeant ? notShared(address, error) : error;
}
