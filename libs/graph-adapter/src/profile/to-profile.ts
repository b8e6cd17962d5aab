import type { Profile } from '@app/domain';
import type { User } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of a user. */
export const PROFILE_FIELDS = ['id', 'displayName', 'mail', 'userPrincipalName'] as const;

const SHAPE = { id: 'text', displayName: 'text', mail: 'text', userPrincipalName: 'text' } as const satisfies Shape;

export const toProfile = documented('a user', SHAPE, readProfile);

function readProfile({ id, displayName, mail, userPrincipalName }: User): Profile {
  if (!id || !userPrincipalName) throw unreadable('a user without an id or name');
  return { id, displayName: displayName || userPrincipalName, mail: mail || undefined, userPrincipalName };
}
