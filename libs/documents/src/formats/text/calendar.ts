import type { Hints } from '../reader.js';
import type { TextOut } from '../text-out.js';
import { decoded } from './charset.js';
import { type ContentLine, contentLines, partsOf, unescaped } from './content-lines.js';
import { plainText } from './plain.js';

/** What a calendar or a card consists of; what is said of the others, zones and alarms, nobody asks for. */
const THINGS: Readonly<Record<string, string>> = {
  VEVENT: 'Event',
  VTODO: 'Task',
  VJOURNAL: 'Note',
  VFREEBUSY: 'Busy times',
  VCARD: 'Contact',
};
const UNSAID = new Set(['VTIMEZONE', 'STANDARD', 'DAYLIGHT', 'VALARM']);
/** What programs note for themselves. */
const FOR_PROGRAMS = new Set(
  `BEGIN END VERSION PRODID CALSCALE DTSTAMP CREATED LAST-MODIFIED SEQUENCE TRANSP CLASS PRIORITY REV MAILER SORT-STRING
   LABEL AGENT`.split(/\s+/),
);
const PICTURES = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'ATTACH']);
const LABELS: Readonly<Record<string, string>> = {
  FN: 'Name',
  ORG: 'Organisation',
  TEL: 'Phone',
  ADR: 'Address',
  BDAY: 'Birthday',
  DTSTART: 'Start',
  DTEND: 'End',
  RRULE: 'Repeats',
  EXDATE: 'Not on',
  RDATE: 'Also on',
  UID: 'UID',
  URL: 'URL',
};
const PEOPLE = new Set(['ORGANIZER', 'ATTENDEE']);
const PARTS = new Set(['N', 'ADR', 'ORG']);
const TIMES = new Set(['DTSTART', 'DTEND', 'DUE', 'EXDATE', 'RDATE', 'RECURRENCE-ID', 'COMPLETED', 'BDAY']);
const TIME = /(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?/g;
const PICTURES_LEFT_OUT = 'Pictures and files within it are left out.';
const IN_WORDS = 'The file is shown in words, not as it is stored.';

/** Invitations and calendars (RFC 5545) and cards (RFC 6350) in words; text that is none as it is. */
export function calendarText(content: Uint8Array, out: TextOut, hints: Hints): void {
  const text = decoded(content, { declared: hints.charset, markup: false }, out);
  if (!writeCalendar(text, out)) return plainText(content, out, hints);
  out.note(IN_WORDS);
  if (!out.hasWords) out.note('It has nothing in it.');
}

/** False, and nothing is written, for text that is neither calendar nor card. */
export function writeCalendar(text: string, out: TextOut): boolean {
  const lines = contentLines(text);
  const isOne = lines.some(({ name }) => name === 'BEGIN');
  if (isOne) writeLines(lines, out);
  return isOne;
}

function writeLines(lines: readonly ContentLine[], out: TextOut): void {
  // Within what is not said, everything is not said, whatever it contains.
  let unsaid = 0;
  const hasName = lines.some(({ name }) => name === 'FN');
  for (const line of lines) {
    const thing = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && (unsaid > 0 || UNSAID.has(thing))) unsaid++;
    else if (line.name === 'END' && unsaid > 0) unsaid--;
    else if (unsaid === 0) writeLine(line, thing, out, hasName);
  }
}

function writeLine(line: ContentLine, thing: string, out: TextOut, hasName: boolean): void {
  const { name } = line;
  if (name === 'BEGIN' && THINGS[thing] !== undefined) return out.heading(`# ${THINGS[thing]}`);
  if (PICTURES.has(name)) return out.note(PICTURES_LEFT_OUT);
  if (FOR_PROGRAMS.has(name) || name.startsWith('X-') || (name === 'N' && hasName)) return;
  const value = valueOf(line).replaceAll('\r\n', '\n').trim();
  if (value === '') return;
  out.write(`${labelOf(line)}: ${value}`);
  out.line();
}

function labelOf({ name, parameters }: ContentLine): string {
  const label = LABELS[name] ?? name.charAt(0) + name.slice(1).toLowerCase().replaceAll('-', ' ');
  const { TYPE: type } = parameters;
  return type === undefined ? label : `${label} (${type.toLowerCase().replaceAll(',', ', ')})`;
}

function valueOf(line: ContentLine): string {
  const { name, value, parameters } = line;
  if (PEOPLE.has(name)) return personOf(line);
  if (PARTS.has(name)) {
    const parts = partsOf(value).filter((part) => part !== '');
    return parts.join(', ');
  }
  if (!TIMES.has(name)) return name === 'RRULE' ? value : unescaped(value);
  const time = value.replaceAll(TIME, asTime);
  const zone = parameters['TZID'] === undefined ? '' : ` (${parameters['TZID']})`;
  // The end of whole days is the day after the last.
  const isDayAfter = name === 'DTEND' && /^\d{8}$/.test(value.trim());
  return `${isDayAfter ? 'before ' : ''}${time}${zone}`;
}

function personOf({ value, parameters }: ContentLine): string {
  const address = value.replace(/^mailto:/i, '');
  const name = parameters['CN'];
  const said = [parameters['PARTSTAT'], parameters['ROLE'], parameters['CUTYPE']].filter((word) => word !== undefined);
  const words = said.map((word) => word.toLowerCase().replaceAll('-', ' '));
  const who = name === undefined || name === address ? address : `${name} <${address}>`;
  return words.length === 0 ? who : `${who} (${words.join(', ')})`;
}

function asTime(_: string, year: string, month: string, day: string, ...[hour, minute, second, utc]: string[]): string {
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  return `${date}T${hour}:${minute}${second === '00' ? '' : `:${second}`}${utc}`;
}
