/** A delegated permission, with the words a consent page shows for it. */
export interface ScopeDefinition {
  readonly name: string;
  readonly consent: string;
  /** Only an administrator may consent to it. */
  readonly adminOnly?: true;
}

/** Graph's delegated permissions that the tenant knows; the sample API exposes the same names. */
export const CATALOG_SCOPES: readonly ScopeDefinition[] = [
  { name: 'User.Read', consent: 'Sign you in and read your profile' },
  { name: 'User.ReadBasic.All', consent: "Read everyone's basic profile" },
  { name: 'People.Read', consent: 'Read the people who matter to your work' },
  { name: 'MailboxSettings.Read', consent: 'Read your mailbox settings, such as your time zone' },
  { name: 'Calendars.ReadBasic', consent: 'Read your calendars without the text of events' },
  { name: 'Calendars.Read', consent: 'Read your calendars' },
  { name: 'Calendars.ReadWrite', consent: 'Read and change your calendars' },
  { name: 'Calendars.Read.Shared', consent: 'Read your calendars and those shared with you' },
  { name: 'Calendars.ReadWrite.Shared', consent: 'Read and change your calendars and those shared with you' },
  { name: 'Place.Read.All', consent: 'Read all rooms and places of the organisation', adminOnly: true },
  { name: 'Mail.ReadBasic', consent: 'Read your mail without the text of messages' },
  { name: 'Mail.Read', consent: 'Read your mail' },
  { name: 'Mail.ReadWrite', consent: 'Read and change your mail' },
  { name: 'Mail.Send', consent: 'Send mail as you' },
  { name: 'Files.Read', consent: 'Read your files' },
  { name: 'Files.Read.All', consent: 'Read all files you can open' },
  { name: 'Files.ReadWrite', consent: 'Read and change your files' },
  { name: 'Files.ReadWrite.All', consent: 'Read and change all files you can open' },
];

/** Graph's delegated permissions on the directory itself, of administrators with a command line. */
export const DIRECTORY_SCOPES: readonly ScopeDefinition[] = [
  { name: 'Application.ReadWrite.All', consent: 'Read and change app registrations', adminOnly: true },
  { name: 'DelegatedPermissionGrant.ReadWrite.All', consent: 'Grant permissions to apps', adminOnly: true },
];

/** OpenID Connect's own scopes: they belong to no resource. */
export const OIDC_SCOPES: readonly ScopeDefinition[] = [
  { name: 'openid', consent: 'Sign you in' },
  { name: 'profile', consent: 'See your name' },
  { name: 'email', consent: 'See your mail address' },
  { name: 'offline_access', consent: 'Keep the access you give it' },
];

export const CATALOG_SCOPE_NAMES: readonly string[] = CATALOG_SCOPES.map(({ name }) => name);
