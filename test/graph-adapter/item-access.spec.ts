import { toAccess } from '../../libs/graph-adapter/src/files/item-access.js';

const open = (...permissions: readonly unknown[]) => toAccess(permissions);

const OWNER = { roles: ['owner'], grantedToV2: { user: { id: '1', displayName: 'Anna' } } };
const GUEST_LOGIN = 'i:0#.f|membership|ben_elsewhere.example#ext#@contract.example';

it.each<readonly [string, readonly unknown[], readonly (string | undefined)[]]>([
  ['nobody but the person', [OWNER], []],
  [
    'somebody by address',
    [{ grantedToV2: { user: { id: '2', email: 'ben@contract.example' } } }],
    ['ben@contract.example'],
  ],
  [
    'somebody whom SharePoint knows',
    [{ grantedToV2: { siteUser: { email: 'ben@contract.example' } } }],
    ['ben@contract.example'],
  ],
  [
    'somebody of the older form',
    [{ grantedTo: { user: { email: 'ben@contract.example' } } }],
    ['ben@contract.example'],
  ],
  [
    'somebody without an address',
    [{ grantedTo: { user: { id: '2', displayName: 'ben@contract.example' } } }],
    [undefined],
  ],
  [
    'a guest who has an address of the organisation',
    [{ grantedToV2: { user: { email: 'ben@contract.example' }, siteUser: { loginName: GUEST_LOGIN } } }],
    [undefined],
  ],
  ['a group', [{ grantedToV2: { group: { displayName: 'Everybody', email: 'all@contract.example' } } }], [undefined]],
  ['a group of the site', [{ grantedToV2: { siteGroup: { displayName: 'Visitors' } } }], [undefined]],
  ['who was invited and never came', [{ invitation: { email: 'ben@elsewhere.example' } }], ['ben@elsewhere.example']],
  ['who was invited without an address', [{ invitation: { redeemedBy: 'somebody' } }], [undefined]],
  ['anybody by a link', [{ link: { scope: 'anonymous', type: 'view' } }], [undefined]],
  ['anybody by a link without a scope', [{ link: { type: 'edit' } }], [undefined]],
  ['anybody by a link of a kind that is not known', [{ link: { scope: 'planet' } }], [undefined]],
  [
    'those a link is for',
    [{ link: { scope: 'users' }, grantedToIdentitiesV2: [{ user: { email: 'a@x.example' } }, { user: {} }, null] }],
    ['a@x.example', undefined],
  ],
  [
    'those a link of the older form is for',
    [{ link: { scope: 'users' }, grantedToIdentities: [{ user: { email: 'a@x.example' } }] }],
    ['a@x.example'],
  ],
  ['what nobody can read', [null, 7, {}], [undefined]],
  ['what came by inheritance', [{ inheritedFrom: { id: '1' }, invitation: { email: 'a@x.example' } }], ['a@x.example']],
])('tells of %s', (_, permissions, people) => {
  expect(open(...permissions)).toEqual({ people, organization: false });
});

it('tells of a link for the organisation, and who used it', () => {
  const used = { link: { scope: 'organization' }, grantedToIdentitiesV2: [{ user: { email: 'guest@x.example' } }] };
  expect(open(OWNER, used)).toEqual({ people: ['guest@x.example'], organization: true });
});
