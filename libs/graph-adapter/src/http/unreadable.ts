import { DomainError } from '@app/domain';

/** For an answer that is not what Graph documents, as a proxy or an outage may send it. */
export function unreadable(what: string): DomainError {
  return new DomainError('temporarily_unavailable', 'Microsoft Graph gave an answer that could not be read.', {
    userAction: 'Try again in a moment. If it fails again, open the item in Outlook or OneDrive.',
    cause: new Error(`Graph answered with ${what}.`),
  });
}
