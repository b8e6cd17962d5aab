import { type Behalf, startBehalf } from '../support/behalf.js';
import { toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

interface Found {
  readonly people: readonly { readonly name: string; readonly address: string; readonly title?: string }[];
  readonly ambiguous?: true;
  readonly notes?: readonly string[];
}

describe('finding people', () => {
  let tenant: LocalTenant;
  let behalf: Behalf;

  const keep = keptOpen();
  beforeAll(async () => {
    tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant));
  });

  const find = async (query: string, scope = 'People.Read User.ReadBasic.All') =>
    toolData<Found>(behalf.url, await tenant.token({ user: 'anna', scope }), 'find_people', { query });

  it('gives name, address and title', async () => {
    const { people, ambiguous } = await find('carter');
    expect(people).toEqual([{ name: 'Ben Carter', address: 'ben.carter@fernglas.example', title: expect.any(String) }]);
    expect(ambiguous).toBeUndefined();
  });

  it('asks the directory for those the person has nothing to do with', async () => {
    const guest = tenant.directory.users.find(({ key, userType }) => key === 'eva' && userType === 'Guest');
    const { people } = await find(guest?.displayName ?? '');
    expect(people.map(({ address }) => address)).toContain(guest?.mail);
  });

  it('works with either of its scopes', async () => {
    const known = await find('carter', 'People.Read');
    const directory = await find('carter', 'User.ReadBasic.All');
    expect(directory.people.map(({ name }) => name)).toEqual(known.people.map(({ name }) => name));
    expect(directory.notes).toBeUndefined();
  });

  it('says when the directory could not be searched', async () => {
    const { people, notes } = await find('Nobody Else', 'People.Read');
    expect([people, notes]).toEqual([[], [expect.stringContaining('User.ReadBasic.All')]]);
  });

  it('says so when several fit', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const several = letters.find((letter) => membersBeside('anna', letter).length > 1) ?? '';
    expect(await find(several)).toMatchObject({ ambiguous: true });
  });

  function membersBeside(key: string, letter: string) {
    return tenant.directory.users.filter(
      (user) =>
        user.tenantId === tenant.tenantId &&
        user.key !== key &&
        user.userType === 'Member' &&
        [...user.displayName.split(' '), user.mail].some((part) => part.toLowerCase().startsWith(letter)),
    );
  }
});
