import type { FoundPerson } from '@app/domain';
import type { Person as GraphPerson, User } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of people. */
export const PERSON_FIELDS = ['displayName', 'scoredEmailAddresses', 'jobTitle'] as const;

/** What `$select` asks for of users who are searched. */
export const USER_FIELDS = ['displayName', 'mail', 'jobTitle'] as const;

/**
 * Somebody who can be written to.
 * @throws DomainError `temporarily_unavailable` for those without an address
 */
export function toPerson({ displayName, scoredEmailAddresses, jobTitle }: GraphPerson): FoundPerson {
  return withAddress(displayName, scoredEmailAddresses?.find((one) => one?.address)?.address, jobTitle);
}

export function fromUser({ displayName, mail, jobTitle }: User): FoundPerson {
  return withAddress(displayName, mail, jobTitle);
}

type Text = string | null | undefined;

function withAddress(name: Text, address: Text, title: Text): FoundPerson {
  if (!address) throw unreadable('somebody without an address');
  return { name: name || address, address, title: title || undefined };
}
