import type { Kept } from './kept.js';
import { EVENTUAL } from './kept-parts.js';

/** Further examples of the reference's pages on people, rooms, settings, in words of our own. */
export const PEOPLE_PAGES: readonly Kept[] = [
  [200, 'GET', '/me'],
  [200, 'GET', '/users/{id}?$select=displayName,givenName,postalCode,identities'],
  [200, 'GET', '/users'],
  [200, 'GET', '/users?$select=displayName,id&$top=2'],
  [200, 'GET', "/users?$filter=startswith(displayName,'b')&$orderby=displayName&$count=true&$top=1", EVENTUAL],
  [200, 'GET', "/users?$filter=endswith(mail,'@fernglas.example')&$orderby=userPrincipalName&$count=true", EVENTUAL],
  [200, 'GET', '/users?$search="displayName:be"&$orderby=displayName&$count=true', EVENTUAL],
  [200, 'GET', '/users?$count=true', EVENTUAL],
  [200, 'GET', "/users?$filter=startswith(givenName,'B') or startswith(surname,'B') or startswith(mail,'b')"],
  [200, 'GET', '/me/people/?$top=2&$skip=1'],
  [200, 'GET', "/me/people?$filter=personType/class eq 'Person' and personType/subclass eq 'OrganizationUser'"],
  [200, 'GET', '/me/people/?$select=id,displayName,department'],
  [200, 'GET', '/me/mailboxSettings/language'],
  [200, 'GET', '/me/mailboxSettings?$select=timeZone,workingHours'],
  [200, 'PATCH', '/me/mailboxSettings', { requestBody: { timeFormat: 'hh:mm tt', dateFormat: 'MM/dd/yyyy' } }],
  [
    200,
    'PATCH',
    '/me/mailboxSettings',
    {
      requestBody: {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Me/mailboxSettings',
        delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal',
      },
    },
  ],
  [200, 'GET', '/me/outlook/supportedTimeZones', { answer: { value: [{ alias: '', displayName: '' }] } }],
  [200, 'GET', "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Windows')"],
  [200, 'GET', '/places/microsoft.graph.room?$select=displayName,emailAddress,capacity'],
  [200, 'GET', "/places/microsoft.graph.room?$filter=building eq '1'"],
];
