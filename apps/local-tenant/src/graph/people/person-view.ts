import type { TenantUser } from '../../directory/types.js';
import type { Resource } from '../odata/select.js';

/** A colleague as `/me/people` shows one. */
export function personResource({ id, displayName, givenName, surname, jobTitle, mail, ...user }: TenantUser): Resource {
  return {
    id,
    displayName,
    givenName,
    surname,
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle,
    companyName: null,
    yomiCompany: '',
    department: null,
    officeLocation: null,
    profession: '',
    userPrincipalName: user.userPrincipalName,
    imAddress: `sip:${mail}`,
    scoredEmailAddresses: [{ address: mail, relevanceScore: 10, selectionLikelihood: 'notSpecified' }],
    phones: [],
    postalAddresses: [],
    websites: [],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}
