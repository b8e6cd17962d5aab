import type { FoundPerson } from '@app/domain';
import type { Person as GraphPerson, User } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of people. */
export const PERSON_FIELDS = ['displayName', 'scoredEmailAddresses', 'jobTitle'] as const;

/** What `$select` asks for of users who are searched. */
export const USER_FIELDS = ['displayName', 'mail', 'jobTitle'] as const;

const PERSON = {
  displayName: 'text',
  scoredEmailAddresses: [{ address: 'text' }],
  jobTitle: 'text',
} as const satisfies Shape;
const USER = { displayName: 'text', mail: 'text', jobTitle: 'text' } as const satisfies Shape;

/**
 * Somebody who can be written to.
 * @throws DomainError `temporarily_unavailable` for those without an address
 */
export const toPerson = documented('a person', PERSON, ({ displayName, scoredEmailAddresses, jobTitle }: GraphPerson) =>
  withAddress(displayName, scoredEmailAddresses?.find((one) => one?.address)?.address, jobTitle),
);

export const fromUser = documented('a user', USER, ({ displayName, mail, jobTitle }: User) =>
  withAddress(displayName, mail, jobTitle),
);

type Text = string | null | undefined;

function withAddress(name: Text, address: Text, title: Text): FoundPerson {
  if (!address) throw unreadable('somebody without an address');
  return { name: name || address, address, title: title || undefined };
}
