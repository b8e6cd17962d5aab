import { html, type Html } from '../browser/html.js';

/** Said elsewhere on the page, or for programs only. */
const HIDDEN = ['actingAs', 'done', 'dryRun', 'external', 'firstContact', 'messageId', 'webLink'];

/** The parts of a result or of arguments that say something to a person, each with its name. */
export function fields(data: Readonly<Record<string, unknown>>, outside: readonly string[]): Html {
  const said = Object.entries(data).filter(([key, value]) => isSaid(key, value));
  return html`<dl>
    ${said.map(([key, value]) => {
      const isWhole = isRecord(value) && personIn(value) === undefined;
      return html`<dt>${words(key)}</dt>
        <dd class="${isWhole ? 'whole' : ''}">${shown(value, outside)}</dd>`;
    })}
  </dl>`;
}

export function isSaid(key: string, value: unknown): boolean {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return !isEmpty && !HIDDEN.includes(key);
}

function shown(value: unknown, outside: readonly string[]): Html {
  if (Array.isArray(value)) {
    return html`<ul>
      ${value.map((item) => html`<li>${shown(item, outside)}</li>`)}
    </ul>`;
  }
  if (isRecord(value)) {
    const person = personIn(value);
    return person === undefined ? fields(value, outside) : shown(person, outside);
  }
  if (typeof value === 'boolean') return html`${value ? 'yes' : 'no'}`;
  const text = String(value);
  const isOutside = outside.some((address) => text === address || text.endsWith(`<${address}>`));
  const mark = isOutside ? html` <span class="outside">outside</span>` : undefined;
  return html`<pre><bdi>${timeIn(text) ?? text}</bdi>${mark}</pre>`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Somebody with no more than a name and an address, on one line. */
function personIn(value: Readonly<Record<string, unknown>>): string | undefined {
  const { name, address, ...more } = value;
  if (typeof address !== 'string' || Object.keys(more).length > 0) return undefined;
  return typeof name === 'string' && name !== '' && name !== address ? `${name} <${address}>` : address;
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::00(?:\.0+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** `2026-12-09T10:00+01:00` → "Wed, 9 December 2026, 10:00 (UTC+01:00)". */
function timeIn(text: string): string | undefined {
  const [, date, time, offset] = TIME.exec(text) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  if (date === undefined || Number.isNaN(day.getTime())) return undefined;
  const told = day.toLocaleDateString('en-GB', DAY);
  if (time === undefined) return told;
  return `${told}, ${time}${offset === undefined ? '' : ` (UTC${offset === 'Z' ? '' : offset})`}`;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** `optionalAttendees` → "Optional attendees". */
function words(key: string): string {
  const spaced = key
    .replace(/^untrusted/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
