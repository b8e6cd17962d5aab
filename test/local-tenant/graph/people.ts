import type { TenantUser } from '../../../apps/local-tenant/src/directory/types.js';

const TENANT = '11111111-0000-4000-8000-000000000001';
const OTHER_TENANT = '11111111-0000-4000-8000-000000000002';

export type PersonKey = 'anna' | 'ben' | 'chitra' | 'dylan' | 'noor' | 'eva' | 'otto';

/** People of two organisations in the zones that differ most; eva is a guest and has her mailbox elsewhere. */
export const PEOPLE: Readonly<Record<PersonKey, TenantUser>> = {
  anna: person(1, 'anna', 'Anna Berg', 'W. Europe Standard Time'),
  ben: person(2, 'ben', 'Ben Carter', 'Eastern Standard Time'),
  chitra: person(3, 'chitra', 'Chitra Rao', 'India Standard Time'),
  dylan: person(4, 'dylan', 'Dylan Moore', 'AUS Eastern Standard Time'),
  noor: person(5, 'noor', 'Noor Haddad', 'Arab Standard Time'),
  eva: { ...person(6, 'eva', 'Eva Lind', 'W. Europe Standard Time'), userType: 'Guest' },
  otto: {
    ...person(7, 'otto', 'Otto Falk', 'GMT Standard Time'),
    tenantId: OTHER_TENANT,
    mail: 'otto@otterbank.example',
  },
};

function person(number: number, key: string, displayName: string, timeZone: string): TenantUser {
  const [givenName = '', surname = ''] = displayName.split(' ');
  return {
    id: `22222222-0000-4000-8000-00000000000${number}`,
    tenantId: TENANT,
    key,
    displayName,
    givenName,
    surname,
    mail: `${key}@fernglas.example`,
    userPrincipalName: `${key}@fernglas.example`,
    jobTitle: 'Tester',
    timeZone,
    userType: 'Member',
    appRoles: [],
  };
}
