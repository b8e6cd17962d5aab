import { FERNGLAS, OTTERBANK, type Tenant } from './tenants.js';
import type { TenantUser } from './types.js';

type Person = Pick<TenantUser, 'id' | 'givenName' | 'surname' | 'jobTitle' | 'timeZone'>;

/** The seeded people; `anna` administers fernglas, `noor` has consented to nothing, `eva` is otterbank's guest at fernglas. */
export const USERS: readonly TenantUser[] = [
  member(FERNGLAS, {
    id: 'a0e6b1d4-5c1f-4b52-8f0e-1a7c30d9e001',
    givenName: 'Anna',
    surname: 'Berg',
    jobTitle: 'Head of Optics',
    timeZone: 'W. Europe Standard Time',
  }),
  member(FERNGLAS, {
    id: 'b1f7c2e5-6d20-4c63-9a1f-2b8d41eaf002',
    givenName: 'Ben',
    surname: 'Carter',
    jobTitle: 'Account Executive',
    timeZone: 'Eastern Standard Time',
  }),
  member(FERNGLAS, {
    id: 'c208d3f6-7e31-4d74-ab20-3c9e52fb0003',
    givenName: 'Chitra',
    surname: 'Rao',
    jobTitle: 'Lens Engineer',
    timeZone: 'India Standard Time',
  }),
  member(FERNGLAS, {
    id: 'd319e407-8f42-4e85-bc31-4daf630c1004',
    givenName: 'Dylan',
    surname: 'Moore',
    jobTitle: 'Support Lead',
    timeZone: 'AUS Eastern Standard Time',
  }),
  member(FERNGLAS, {
    id: 'e42af518-9053-4f96-8d42-5eb0741d2005',
    givenName: 'Noor',
    surname: 'Haddad',
    jobTitle: 'Analyst',
    timeZone: 'Arab Standard Time',
  }),
  guest(FERNGLAS, OTTERBANK, {
    id: 'f53b0629-a164-40a7-9e53-6fc1852e3006',
    givenName: 'Eva',
    surname: 'Lind',
    jobTitle: 'Auditor',
    timeZone: 'W. Europe Standard Time',
  }),
  member(OTTERBANK, {
    id: '064c173a-b275-41b8-af64-70d2963f4007',
    givenName: 'Otto',
    surname: 'Falk',
    jobTitle: 'Treasurer',
    timeZone: 'GMT Standard Time',
  }),
];

/** Who may consent for a whole tenant. */
export const ADMINISTRATORS: readonly string[] = ['anna', 'otto'];

/** One of many people without a story, counted from 1. */
export function crowdMember(number: number): TenantUser {
  return member(FERNGLAS, {
    id: `75d52847-c386-42c9-b075-${String(number).padStart(12, '0')}`,
    givenName: `Person${number}`,
    surname: 'Crowd',
    jobTitle: 'Tester',
    timeZone: 'UTC',
  });
}

function member(tenant: Tenant, person: Person): TenantUser {
  const mail = `${person.givenName}.${person.surname}@${tenant.domain}`.toLowerCase();
  return { ...named(tenant, person), mail, userPrincipalName: mail, userType: 'Member' };
}

function guest(tenant: Tenant, home: Tenant, person: Person): TenantUser {
  const mail = `${person.givenName}.${person.surname}@${home.domain}`.toLowerCase();
  const userPrincipalName = `${mail.replace('@', '_')}#EXT#@${tenant.domain}`;
  return { ...named(tenant, person), mail, userPrincipalName, userType: 'Guest', homeTenantId: home.id };
}

function named(tenant: Tenant, person: Person) {
  return {
    ...person,
    tenantId: tenant.id,
    key: person.givenName.toLowerCase(),
    displayName: `${person.givenName} ${person.surname}`,
    appRoles: [],
  };
}
