import type { Profile } from '@app/domain';
import type { User } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of a user. */
export const PROFILE_FIELDS = ['id', 'displayName', 'mail', 'userPrincipalName'] as const;

export function toProfile({ id, displayName, mail, userPrincipalName }: User): Profile {
  if (!id || !userPrincipalName) throw unreadable('a user without an id or name');
  return { id, displayName: displayName || userPrincipalName, mail: mail || undefined, userPrincipalName };
}
