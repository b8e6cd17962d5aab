import { inMemoryPorts, peopleContract, type PeopleHarness } from 'behalf/testing';

/** Where an adapter of your own would be opened. */
function openPeople(): PeopleHarness {
  const addressOf = (person: string) => `${person}@contoso.example`;
  const { ports, as } = inMemoryPorts({
    anna: { key: 'contoso/anna', displayName: 'Anna Ebert', address: addressOf('anna') },
    ben: { key: 'contoso/ben', displayName: 'Ben Fischer', address: addressOf('ben') },
  });
  const byDefault = ['People.Read', 'User.ReadBasic.All'];
  return {
    people: ports.people,
    as: (person, scopes = byDefault) => as(person, scopes),
    addressOf,
    close: () => Promise.resolve(),
  };
}

describe('a port of Behalf', () => peopleContract(openPeople));
