import type { TenantUser } from '../../directory/types.js';
import { badRequest } from '../errors.js';

/** Those whose names or address start with every word; the phrases of a `$search` are alternatives. */
export function searchPeople(users: readonly TenantUser[], search: string): readonly TenantUser[] {
  const phrases = search.trim().split('" OR "').map(readPhrase);
  return users.filter((user) => phrases.some((matches) => matches(user)));
}

function readPhrase(phrase: string): (user: TenantUser) => boolean {
  const [, property, text] = /^"?(?:(displayName|mail):)?([^":]+)"?$/.exec(phrase) ?? [];
  if (text === undefined) {
    throw badRequest('BadRequest', "Syntax error in the value of '$search': a quoted phrase is expected.");
  }
  const words = text.toLowerCase().split(/\s+/);
  return (user) => words.every((word) => partsOf(user, property).some((part) => part.toLowerCase().startsWith(word)));
}

function partsOf({ displayName, mail }: TenantUser, property: string | undefined): readonly string[] {
  return [...(property === 'mail' ? [] : displayName.split(' ')), ...(property === 'displayName' ? [] : [mail])];
}
