import type { CalendarPort } from '../ports/calendar.port.js';
import type { FilesPort } from '../ports/files.port.js';
import type { MailPort } from '../ports/mail.port.js';
import type { TextExtractor } from '../ports/text-extractor.port.js';
import type { PeoplePort } from '../ports/people.port.js';
import type { PlacesPort } from '../ports/places.port.js';
import type { ProfilePort } from '../ports/profile.port.js';
import type { SchedulePort } from '../ports/schedule.port.js';

/**
 * Everything a tool may reach. A team adds a port of its own by declaration merging:
 * `declare module 'behalf/domain' { interface Ports { readonly leave: LeavePort } }`.
 */
export interface Ports {
  readonly profile: ProfilePort;
  readonly calendar: CalendarPort;
  readonly mail: MailPort;
  readonly files: FilesPort;
  readonly schedule: SchedulePort;
  readonly people: PeoplePort;
  readonly places: PlacesPort;
  readonly documents: TextExtractor;
}
