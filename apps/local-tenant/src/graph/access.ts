import { GraphError, accessDenied, insufficientPrivileges } from './errors.js';

/** Delegated permissions of which any one opens a route; `area` decides how a refusal is worded. */
export interface Access {
  readonly area: 'directory' | 'outlook' | 'files';
  readonly scopes: readonly string[];
}

const LEVELS = ['ReadBasic', 'Read', 'ReadWrite'] as const;

const OWN_PROFILE = [
  'User.Read',
  'User.ReadWrite',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'AgentIdUser.ReadWrite.All',
  'AgentIdUser.ReadWrite.IdentityParentedBy',
];
const ANY_PROFILE = [
  ...OWN_PROFILE,
  'DeviceManagementApps.Read.All',
  'DeviceManagementApps.ReadWrite.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementConfiguration.ReadWrite.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementServiceConfig.ReadWrite.All',
];

const APPLICATIONS_WRITE = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];
const GRANTS_WRITE = ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All'];

const FILES_WRITE = ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'];
const FILES_READ = [...FILES_WRITE, 'Files.Read', 'Files.Read.All', 'Sites.Read.All'];
const OWN_GROUPS = ['Group.Read.All', 'Group.ReadWrite.All'];

/**
 * Which delegated permissions each operation takes. The least one is Microsoft's permissions reference; that map is
 * not closed upwards, so ReadWrite > Read > ReadBasic and `.Shared` > plain are applied to it here.
 */
export const ACCESS = {
  'me.get': directory(OWN_PROFILE),
  'users.get': directory(ANY_PROFILE),
  'users.list': directory(ANY_PROFILE.filter((scope) => !['User.Read', 'User.ReadWrite'].includes(scope))),
  'applications.read': directory([...APPLICATIONS_WRITE, 'Application.Read.All', 'Directory.Read.All']),
  'applications.write': directory(APPLICATIONS_WRITE),
  'permissionGrants.read': directory([...GRANTS_WRITE, 'DelegatedPermissionGrant.Read.All', 'Directory.Read.All']),
  'permissionGrants.write': directory(GRANTS_WRITE),
  'people.list': outlook(['People.Read', 'People.Read.All']),
  'mailboxSettings.get': outlook(['MailboxSettings.Read', 'MailboxSettings.ReadWrite']),
  'mailboxSettings.update': outlook(['MailboxSettings.ReadWrite']),
  'supportedTimeZones.list': outlook(['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite']),
  'calendars.read': outlook(outlookScopes('Calendars', 'ReadBasic')),
  'calendars.write': outlook(outlookScopes('Calendars', 'ReadWrite')),
  'events.read': outlook(outlookScopes('Calendars', 'ReadBasic')),
  'events.write': outlook(outlookScopes('Calendars', 'ReadWrite')),
  'events.forward': outlook(outlookScopes('Calendars', 'Read')),
  'eventAttachments.read': outlook(outlookScopes('Calendars', 'Read')),
  'schedule.get': outlook(outlookScopes('Calendars', 'ReadBasic')),
  'mailFolders.read': outlook(outlookScopes('Mail', 'ReadBasic')),
  'mailFolders.write': outlook(outlookScopes('Mail', 'ReadWrite')),
  'messages.read': outlook(outlookScopes('Mail', 'ReadBasic')),
  'messages.mime': outlook(outlookScopes('Mail', 'Read')),
  'mailTips.get': outlook([...outlookScopes('Mail', 'Read'), 'MailTips.ReadBasic.Shared']),
  'messages.write': outlook(outlookScopes('Mail', 'ReadWrite')),
  'messages.send': outlook(['Mail.Send', 'Mail.Send.Shared']),
  'attachments.read': outlook(outlookScopes('Mail', 'Read')),
  'drive.read': files([...FILES_READ, 'User.Read']),
  'driveItems.get': files([...FILES_READ, ...OWN_GROUPS]),
  'files.read': files(FILES_READ),
  'files.write': files(FILES_WRITE),
  'shares.read': files(FILES_WRITE),
  'files.readAll': files(['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All']),
  'search.query': files([
    ...['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'],
    ...['Mail.Read', 'Mail.ReadWrite', 'Calendars.Read', 'Calendars.ReadWrite', 'People.Read'],
  ]),
  'files.writeAll': files(['Files.ReadWrite.All', 'Sites.ReadWrite.All']),
  'places.read': outlook(['Place.Read.All', 'Place.ReadWrite.All']),
  'meetingTimes.find': outlook(['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared']),
} as const satisfies Record<string, Access>;

export type Operation = keyof typeof ACCESS;

/** @throws GraphError when none of the granted scopes opens the operation */
export function requireAccess(granted: readonly string[], operation: Operation): void {
  const { scopes, area }: Access = ACCESS[operation];
  if (!granted.some((scope) => scopes.includes(scope))) throw refusal(area);
}

/** Whether somebody else's calendar may be asked for at all; the owner's share decides the rest. */
export function reachesShared(granted: readonly string[], level: 'Read' | 'ReadWrite'): boolean {
  const shared =
    level === 'Read' ? ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'] : ['Calendars.ReadWrite.Shared'];
  return granted.some((scope) => shared.includes(scope));
}

/** Whether the token shows only the basic properties of events: no body, no attachments. */
export function isBasicOnly(granted: readonly string[]): boolean {
  return !granted.some((scope) => outlookScopes('Calendars', 'Read').includes(scope));
}

/** Whether the token shows only the basic properties of messages: no body, no preview. */
export function isMailBasicOnly(granted: readonly string[]): boolean {
  return !granted.some((scope) => outlookScopes('Mail', 'Read').includes(scope));
}

function outlookScopes(area: 'Calendars' | 'Mail', least: (typeof LEVELS)[number]): string[] {
  const enough = LEVELS.slice(LEVELS.indexOf(least)).map((level) => `${area}.${level}`);
  const shared = enough.filter((scope) => !scope.endsWith('.ReadBasic')).map((scope) => `${scope}.Shared`);
  return [...enough, ...shared];
}

function directory(scopes: readonly string[]): Access {
  return { area: 'directory', scopes };
}

function outlook(scopes: readonly string[]): Access {
  return { area: 'outlook', scopes };
}

function files(scopes: readonly string[]): Access {
  return { area: 'files', scopes };
}

function refusal(area: Access['area']): GraphError {
  if (area === 'files') return new GraphError(403, 'accessDenied', 'Access denied');
  return area === 'directory' ? insufficientPrivileges() : accessDenied();
}
