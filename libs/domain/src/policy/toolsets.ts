/** Groups of tools that an operator switches together; a toolset that is not on by default must be asked for. */
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
] as const;

export type Toolset = (typeof TOOLSETS)[number]['name'];
