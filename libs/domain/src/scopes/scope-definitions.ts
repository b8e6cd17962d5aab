/** A delegated permission that tools may ask for. This API exposes a scope of the same name, which a caller's token carries. */
export interface ScopeDefinition {
  /**
   * The value as its API defines it, for example `Leave.ReadWrite`. The parts say what it implies (`isGranted`) and whether
   * anything can be changed with it (`isReading`).
   */
  readonly name: string;
  /** App ID URI of the API that defines it, for example `api://contoso-leave`. Default: Microsoft Graph. */
  readonly resource?: string;
  /** Only an administrator can consent to it. */
  readonly adminOnly?: boolean;
  /** What `resource` calls it, where that is another name: for `replacesBuiltIn`. Default: `name`. */
  readonly value?: string;
  /**
   * It stands in the place of a scope of Microsoft Graph that built-in tools use: for an adapter of another API in the
   * place of a built-in one.
   */
  readonly replacesBuiltIn?: true;
}

/** The delegated permissions of Microsoft Graph that the built-in tools use (https://learn.microsoft.com/graph/permissions-reference). */
export const GRAPH_SCOPES = [
  { name: 'User.Read' },
  { name: 'User.ReadBasic.All' },
  { name: 'People.Read' },
  { name: 'MailboxSettings.Read' },
  { name: 'Calendars.ReadBasic' },
  { name: 'Calendars.Read' },
  { name: 'Calendars.ReadWrite' },
  { name: 'Calendars.Read.Shared' },
  { name: 'Calendars.ReadWrite.Shared' },
  { name: 'Place.Read.All', adminOnly: true },
  { name: 'Mail.ReadBasic' },
  { name: 'Mail.Read' },
  { name: 'Mail.ReadWrite' },
  { name: 'Mail.Send' },
  { name: 'Files.Read' },
  { name: 'Files.Read.All' },
  { name: 'Files.ReadWrite' },
  { name: 'Files.ReadWrite.All' },
] as const satisfies readonly ScopeDefinition[];

/** A delegated permission of Microsoft Graph that the built-in tools use. */
export type GraphScope = (typeof GRAPH_SCOPES)[number]['name'];

/** The name of a scope: one of Microsoft Graph, or one that a team defined. The catalog refuses names that nobody defined. */
export type Scope = GraphScope | (string & Record<never, never>);
