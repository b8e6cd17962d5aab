import type { CalendarPort } from './calendar.port.js';
import type { FilesPort } from './files.port.js';
import type { MailPort } from './mail.port.js';
import type { TextExtractor } from './text-extractor.port.js';
import type { PeoplePort } from './people.port.js';
import type { PlacesPort } from './places.port.js';
import type { ProfilePort } from './profile.port.js';
import type { SchedulePort } from './schedule.port.js';

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
