import type { TenantUser } from '../../directory/types.js';
import type { Resource } from '../odata/select.js';

const DEFAULT_PROPERTIES = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
] as const;

/** Every property of a user that is known here; without `$select` Graph gives `DEFAULT_PROPERTIES`. */
export function userResource(user: TenantUser): Resource {
  return {
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName,
    jobTitle: user.jobTitle,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: user.surname,
    userPrincipalName: user.userPrincipalName,
    id: user.id,
    accountEnabled: true,
    userType: user.userType,
    department: null,
    companyName: null,
    city: null,
    country: null,
    employeeId: null,
    mailNickname: user.mail.split('@')[0],
    otherMails: [],
    proxyAddresses: [`SMTP:${user.mail}`],
    usageLocation: null,
  };
}

/** Known to Graph as lists, which are empty here. */
const LISTS = [
  ...['assignedLicenses', 'assignedPlans', 'identities', 'imAddresses', 'interests', 'licenseAssignmentStates'],
  ...['pastProjects', 'provisionedPlans', 'responsibilities', 'schools', 'skills'],
];

export function selectUser(user: TenantUser, select: readonly string[] | undefined): Resource {
  const resource = userResource(user);
  const names = select === undefined || select.length === 0 ? DEFAULT_PROPERTIES : select;
  return Object.fromEntries(
    names.filter((name) => name !== '*').map((name) => [name, resource[name] ?? (LISTS.includes(name) ? [] : null)]),
  );
}
