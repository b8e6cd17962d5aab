import { TOOLSETS } from '@app/domain';

/** For servers with all there is, `TOOLSETS`. */
export const EVERY_TOOLSET = TOOLSETS.map(({ name }) => name).join(',');

/** What the tools ask for by default, each scope once and none that another implies. */
export const DEFAULT_SCOPES =
  'User.Read People.Read MailboxSettings.Read Calendars.ReadWrite Calendars.Read.Shared Mail.ReadWrite Mail.Send Files.ReadWrite';
