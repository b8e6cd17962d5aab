import type { PeoplePort, Scope, UserContext } from '@app/domain';
import { codeOf, type Someone, type Open, openedForSuite } from './suite.js';

/** One adapter with two people of one organisation: Anna Ebert and Ben Fischer. */
export interface PeopleHarness {
  readonly people: PeoplePort;
  /** Default scopes: `People.Read` and `User.ReadBasic.All`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  addressOf(person: Someone): string;
  close(): Promise<void>;
}

/** What every `PeoplePort` does, whatever is behind it. */
export function peopleContract(open: Open<PeopleHarness>): void {
  const harness = openedForSuite(open);

  const known = (query: string, limit = 10) => harness().people.findKnown(harness().as('anna'), { query, limit });
  const inDirectory = (query: string, limit = 10) =>
    harness().people.findInDirectory(harness().as('anna'), { query, limit });

  it.each([
    ['name', () => 'Ben Fischer'],
    ['first name', () => 'Ben'],
    ['surname, in lower case', () => 'fischer'],
    ['beginning of a surname', () => 'fis'],
    ['beginning of an address', () => harness().addressOf('ben').slice(0, 'ben@abc'.length)],
  ])('finds a colleague by %s', async (_what, said) => {
    const query = said();
    const ben = expect.objectContaining({ name: 'Ben Fischer', address: harness().addressOf('ben') });
    expect(await known(query)).toEqual([ben]);
    expect(await inDirectory(query)).toEqual([ben]);
  });

  it('finds nobody by a name that nobody has', async () => {
    expect([await known('Nobody Else'), await inDirectory('Nobody Else')]).toEqual([[], []]);
  });

  it('finds the signed-in person in the directory only', async () => {
    expect(await known('Anna')).toEqual([]);
    expect(await inDirectory('Anna')).toEqual([expect.objectContaining({ address: harness().addressOf('anna') })]);
  });

  it.each(['Ben" OR "Anna', 'Ben\\', '(Ben)', '"Ben" OR mail:anna'])('reads no syntax out of %j', async (query) => {
    const addresses = (await inDirectory(query)).map(({ address }) => address);
    expect(addresses).not.toContain(harness().addressOf('anna'));
  });

  it('refuses a query without anything to search for', async () => {
    expect(await codeOf(known('"&%'))).toBe('invalid_arguments');
  });

  it('refuses what the token has no scope for', async () => {
    const search = { query: 'Ben', limit: 5 };
    expect(await codeOf(harness().people.findKnown(harness().as('anna', ['User.Read']), search))).toBe('access_denied');
    expect(await codeOf(harness().people.findInDirectory(harness().as('anna', ['People.Read']), search))).toBe(
      'access_denied',
    );
  });
}
