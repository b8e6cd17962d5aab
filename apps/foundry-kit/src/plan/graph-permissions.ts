import type { GraphScope, Scope } from '@app/domain';

export interface GraphPermission {
  /** Of the delegated permission, the same in every tenant. */
  readonly id: string;
}

/** https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_PERMISSIONS: Readonly<Record<GraphScope, GraphPermission>> = {
  'User.Read': { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d' },
  'User.ReadBasic.All': { id: 'b340eb25-3456-403f-be2f-af7a0d370277' },
  'People.Read': { id: 'ba47897c-39ec-4d83-8086-ee8256fa737d' },
  'MailboxSettings.Read': { id: '87f447af-9fa4-4c32-9dfa-4a57a73d18ce' },
  'Calendars.ReadBasic': { id: '662d75ba-a364-42ad-adee-f5f880ea4878' },
  'Calendars.Read': { id: '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42' },
  'Calendars.ReadWrite': { id: '1ec239c2-d7c9-4623-a91a-a9775856bb36' },
  'Calendars.Read.Shared': { id: '2b9c4092-424d-4249-948d-b43879977640' },
  'Calendars.ReadWrite.Shared': { id: '12466101-c9b8-439a-8589-dd09ee67e8e9' },
  'Place.Read.All': { id: 'cb8f45a0-5c2e-4ea1-b803-84b870a7d7ec' },
  'Mail.ReadBasic': { id: 'a4b8392a-d8d1-4954-a029-8e668a39a170' },
  'Mail.Read': { id: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca' },
  'Mail.ReadWrite': { id: '024d486e-b451-40bb-833d-3e66d98c5c73' },
  'Mail.Send': { id: 'e383f46e-2787-4529-855e-0e479a3ffac0' },
  'Files.Read': { id: '10465720-29dd-4523-a11a-6a75c743c9d9' },
  'Files.Read.All': { id: 'df85f4d6-205c-4ac5-a5ea-6bf408dba283' },
  'Files.ReadWrite': { id: '5c28f0bf-8a70-41f1-8ab2-9032436ddb65' },
  'Files.ReadWrite.All': { id: '863451e7-0667-486c-a5d6-d135439485f0' },
};

/** @throws Error for a scope that a team defined as one of Microsoft Graph: its id is not known here */
export function graphPermission(scope: Scope): GraphPermission {
  const known: Readonly<Record<string, GraphPermission>> = GRAPH_PERMISSIONS;
  const permission = known[scope];
  if (!permission) throw new Error(`The id of the Microsoft Graph permission ${scope} is not known.`);
  return permission;
}
