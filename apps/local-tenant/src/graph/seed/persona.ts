import type { TenantUser } from '../../directory/types.js';

/** What fills a person's calendars: words that nobody else's calendar has. */
export interface Persona {
  readonly secondCalendar: string;
  readonly weekly: string;
  readonly focus: string;
  readonly lunch: string;
  readonly call: string;
  readonly trip: string;
  readonly weekend: string;
  readonly personal: string;
  readonly monthly: string;
  readonly evening: string;
  readonly invitation: string;
  readonly place: string;
  /** Keys of colleagues who are invited and have not answered. */
  readonly invites: readonly string[];
}

/** Plain events under somebody's own name, for those who came later. */
export function plainPersona({ displayName: name }: TenantUser): Persona {
  return {
    secondCalendar: `${name} private`,
    weekly: `${name} weekly planning`,
    focus: `${name} focus time`,
    lunch: `${name} lunch`,
    call: `${name} customer call`,
    trip: `${name} travel`,
    weekend: `${name} weekend`,
    personal: `${name} appointment`,
    monthly: `${name} monthly report`,
    evening: `${name} evening class`,
    invitation: `${name} workshop`,
    place: `Office of ${name}`,
    invites: [],
  };
}
