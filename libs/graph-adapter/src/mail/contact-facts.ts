import type { Fact } from '@app/domain';
import type { Shape } from '../http/shape.js';
import type { Contact, PhysicalAddress } from '@microsoft/microsoft-graph-types';

const ADDRESS = {
  street: 'text',
  postalCode: 'text',
  city: 'text',
  state: 'text',
  countryOrRegion: 'text',
} as const satisfies Shape;

/** What is read of a contact. */
export const CONTACT_SHAPE = {
  displayName: 'text',
  givenName: 'text',
  surname: 'text',
  companyName: 'text',
  personalNotes: 'text',
  emailAddresses: [{ name: 'text', address: 'text' }],
  mobilePhone: 'text',
  businessPhones: ['text'],
  homePhones: ['text'],
  imAddresses: ['text'],
  jobTitle: 'text',
  department: 'text',
  businessAddress: ADDRESS,
  homeAddress: ADDRESS,
  otherAddress: ADDRESS,
  businessHomePage: 'text',
  birthday: 'text',
} as const satisfies Shape;

/** What is known of a contact, under its names; nothing of what is no contact. */
export function contactFacts(contact: Contact): Fact[] {
  const { emailAddresses, homePhones, businessPhones, mobilePhone, imAddresses } = contact;
  const addresses = (emailAddresses ?? []).map((email) => withName(email?.name, email?.address));
  const facts: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    ['E-mail', addresses],
    ['Mobile phone', [mobilePhone]],
    ['Business phone', businessPhones ?? []],
    ['Home phone', homePhones ?? []],
    ['Chat', imAddresses ?? []],
    ['Job title', [contact.jobTitle]],
    ['Department', [contact.department]],
    ['Company', [contact.companyName]],
    ['Business address', [place(contact.businessAddress)]],
    ['Home address', [place(contact.homeAddress)]],
    ['Other address', [place(contact.otherAddress)]],
    ['Website', [contact.businessHomePage]],
    ['Birthday', [contact.birthday?.slice(0, 10)]],
  ];
  return facts.flatMap(([name, values]) => values.flatMap((value) => (value ? [{ name, value }] : [])));
}

function withName(name: string | null | undefined, address: string | null | undefined): string {
  if (!address) return name ?? '';
  return name && name !== address && !name.includes(address) ? `${name} <${address}>` : address;
}

function place(address: PhysicalAddress | null | undefined): string {
  const { street, postalCode, city, state, countryOrRegion } = address ?? {};
  return [street, postalCode, city, state, countryOrRegion].filter(Boolean).join(', ');
}
