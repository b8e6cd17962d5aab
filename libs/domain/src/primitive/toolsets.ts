/** A group of tools that an operator switches together (`TOOLSETS`). */
export interface ToolsetDefinition {
  /** In snake_case. */
  readonly name: string;
  /** What its tools are about, for the operator. */
  readonly title: string;
  /** Whether its tools are on where the operator names no toolsets. */
  readonly onByDefault: boolean;
}

/** The toolsets of the built-in tools. */
export const TOOLSETS = [
  { name: 'core', title: 'Who the caller is', onByDefault: true },
  { name: 'calendar', title: 'The own calendar', onByDefault: true },
  { name: 'calendar_shared', title: 'Calendars that others share', onByDefault: false },
  { name: 'rooms', title: 'Meeting rooms; an administrator has to consent', onByDefault: false },
  { name: 'mail', title: 'The own mail', onByDefault: true },
  { name: 'files', title: 'The own files', onByDefault: true },
  {
    name: 'files_everywhere',
    title:
      'The tools of files also for files of others and of sites; some organisations let only an administrator consent',
    onByDefault: false,
  },
] as const satisfies readonly ToolsetDefinition[];

/** The name of a toolset: a built-in one, or one that a team defined. The catalog refuses names that nobody defined. */
export type Toolset = (typeof TOOLSETS)[number]['name'] | (string & Record<never, never>);
