import type { TenantUser } from '../../directory/types.js';

/** What fills a person's calendars: words that nobody else's calendar has. */
export interface Persona {
  readonly secondCalendar: string;
  readonly weekly: string;
  readonly focus: string;
  readonly lunch: string;
  readonly call: string;
  readonly trip: string;
  readonly personal: string;
  readonly monthly: string;
  readonly evening: string;
  readonly invitation: string;
  readonly place: string;
  /** Keys of colleagues who are invited and have not answered. */
  readonly invites: readonly string[];
}

const PERSONAS: Readonly<Record<string, Persona>> = {
  anna: {
    secondCalendar: 'Family',
    weekly: 'Glacier model review',
    focus: 'Write the ice core report',
    lunch: 'Lunch at the Fischmarkt',
    call: 'Call with the Svalbard station',
    trip: 'Longyearbyen expedition',
    personal: 'Dentist in the Lindenstrasse',
    monthly: 'Permafrost reading circle',
    evening: 'Choir rehearsal',
    invitation: 'Snowfall forecast for the orchards',
    place: 'Room Nansen',
    invites: ['ben', 'noor'],
  },
  ben: {
    secondCalendar: 'Softball',
    weekly: 'Orchard yield standup',
    focus: 'Pruning plan for the spring',
    lunch: 'Bagels with the cider crew',
    call: 'Call with the packing plant',
    trip: 'Vermont apple fair',
    personal: 'Physical at Dr. Howell',
    monthly: 'Beekeepers roundtable',
    evening: 'Batting practice',
    invitation: 'Cider label tasting',
    place: 'Barn 4',
    invites: ['anna'],
  },
  chitra: {
    secondCalendar: 'Sitar lessons',
    weekly: 'Monsoon pump maintenance',
    focus: 'Reservoir level analysis',
    lunch: 'Thali with the turbine team',
    call: 'Call with the Mysuru waterworks',
    trip: 'Kaveri dam inspection',
    personal: 'School interview for Tara',
    monthly: 'Aqueduct safety board',
    evening: 'Raga practice',
    invitation: 'Desalination cost workshop',
    place: 'Conference hall Tungabhadra',
    invites: ['dylan'],
  },
  dylan: {
    secondCalendar: 'Surf club',
    weekly: 'Reef sensor calibration',
    focus: 'Seagrass survey write-up',
    lunch: 'Flat white with the divers',
    call: 'Call with the Cairns aquarium',
    trip: 'Great Keppel boat week',
    personal: 'Eye test in Manly',
    monthly: 'Turtle rescue committee',
    evening: 'Longboard session',
    invitation: 'Coral bleaching briefing',
    place: 'Wharf lab',
    invites: ['chitra'],
  },
  noor: {
    secondCalendar: 'Calligraphy',
    weekly: 'Solar field handover',
    focus: 'Inverter tender evaluation',
    lunch: 'Machboos with the grid team',
    call: 'Call with the Jubail port',
    trip: 'Dune array commissioning',
    personal: 'Visa appointment',
    monthly: 'Battery storage council',
    evening: 'Thuluth workshop',
    invitation: 'Sandstorm protocol drill',
    place: 'Control room Wadi',
    invites: [],
  },
  otto: {
    secondCalendar: 'Allotment',
    weekly: 'Ledger reconciliation',
    focus: 'Mortgage stress test',
    lunch: 'Pie with the treasury desk',
    call: 'Call with the Leeds branch',
    trip: 'Edinburgh auditors conference',
    personal: 'Boiler inspection at home',
    monthly: 'Pension trustees meeting',
    evening: 'Allotment digging',
    invitation: 'Interest rate outlook',
    place: 'Vault meeting room',
    invites: [],
  },
};

/** The person's own; somebody who came later gets plain events under their own name. */
export function personaOf({ key, displayName }: TenantUser): Persona {
  return PERSONAS[key] ?? plainPersona(displayName);
}

function plainPersona(name: string): Persona {
  return {
    secondCalendar: `${name} private`,
    weekly: `${name} weekly planning`,
    focus: `${name} focus time`,
    lunch: `${name} lunch`,
    call: `${name} customer call`,
    trip: `${name} travel`,
    personal: `${name} appointment`,
    monthly: `${name} monthly report`,
    evening: `${name} evening class`,
    invitation: `${name} workshop`,
    place: `Office of ${name}`,
    invites: [],
  };
}
