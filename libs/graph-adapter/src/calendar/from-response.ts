import { DomainError, type EventResponse } from '@app/domain';

export const RESPONSE_ACTIONS = { accept: 'accept', tentative: 'tentativelyAccept', decline: 'decline' } as const;

/** @throws DomainError `invalid_arguments` for another time proposed while accepting, which Graph does not take */
export function fromResponse({ answer, comment, notifyOrganizer, proposedTime }: EventResponse): object {
  if (proposedTime && answer === 'accept') {
    throw new DomainError('invalid_arguments', 'An acceptance cannot propose another time.');
  }
  return {
    sendResponse: notifyOrganizer,
    ...(comment === undefined ? {} : { comment }),
    ...(proposedTime ? { proposedNewTime: { start: utc(proposedTime.start), end: utc(proposedTime.end) } } : {}),
  };
}

function utc(instant: string): object {
  return { dateTime: instant.replace(/Z$/, ''), timeZone: 'UTC' };
}
