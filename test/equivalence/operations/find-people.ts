import type { FindPeople } from '../cases/people.js';
import type { Equivalent } from '../side.js';

interface Found {
  readonly people: readonly { readonly address: string }[];
}

interface People {
  readonly value: readonly { readonly scoredEmailAddresses: readonly { readonly address: string }[] }[];
}

interface Users {
  readonly value: readonly { readonly mail: string }[];
}

/** Who is found: the people of the person, and where there are none, or the token opens only it, those of the directory. */
export const findPeople: Equivalent<FindPeople> = {
  throughServer: async ({ query }, call) => {
    const { people } = await call<Found>({ query, limit: 25 });
    return people.map(({ address }) => address);
  },
  directly: async ({ query }, ask, { scopes }) => {
    const isDirectoryOnly = !scopes.includes('People.Read') && scopes.includes('User.ReadBasic.All');
    const path = `/me/people?$search=${encodeURIComponent(`"${query}"`)}&$top=25`;
    const known = isDirectoryOnly ? { value: [] } : await ask<People>({ path });
    const addresses = known.value.flatMap(({ scoredEmailAddresses }) => scoredEmailAddresses[0]?.address ?? []);
    if (addresses.length > 0 || !scopes.includes('User.ReadBasic.All')) return addresses;
    const search = encodeURIComponent(`"displayName:${query}" OR "mail:${query}"`);
    const { value } = await ask<Users>({ path: `/users?$search=${search}&$top=25`, eventual: true });
    return value.map(({ mail }) => mail);
  },
};
