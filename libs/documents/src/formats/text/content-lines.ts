import { decode, encodingOf } from './charset.js';

/** One line of a calendar or a card (RFC 5545 section 3.1, RFC 6350 section 3.3): `ATTENDEE;CN=Ada:mailto:ada@x.example`. */
export interface ContentLine {
  /** In upper case, without the group that it may begin with. */
  readonly name: string;
  /** By their names in upper case; the name is its own value where a card of version 2.1 gives values alone. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As it is written; `unescaped` gives its text. */
  readonly value: string;
}

const QUOTED_PRINTABLE = /;(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])/i;
/** The name, and parameters whose values may be quoted; the value is what follows the first colon outside of quotes. */
const PARAMETER = /;([\w-]{1,60})(?:=((?:"[^"\n]*"|[^";:\n])*))?/y;
const NAME = /^(?:[\w-]{1,60}\.)?([\w-]{1,60})(?=[;:])/;

/** The lines of a text, with what was folded put together; what is none is left out. */
export function contentLines(text: string): readonly ContentLine[] {
  return unfolded(text).flatMap((line) => parsed(line) ?? []);
}

function unfolded(text: string): string[] {
  const lines: string[] = [];
  let isPrinted = false;
  let goesOn = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const isFolded = /^[ \t]/.test(line);
    const isMore = (isFolded || goesOn) && lines.length > 0;
    if (!isMore) isPrinted = QUOTED_PRINTABLE.test(line);
    goesOn = isPrinted && line.endsWith('=');
    const written = goesOn ? line.slice(0, -1) : line;
    if (isMore) lines[lines.length - 1] += isFolded ? written.slice(1) : written;
    else lines.push(written);
  }
  return lines;
}

function parsed(line: string): ContentLine | undefined {
  const name = NAME.exec(line);
  if (name?.[1] === undefined) return undefined;
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  let at = name[0].length;
  for (;;) {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(line);
    if (found?.[1] === undefined) break;
    parameters[found[1].toUpperCase()] = (found[2] ?? found[1]).replaceAll('"', '');
    at = PARAMETER.lastIndex;
  }
  if (line[at] !== ':') return undefined;
  const value = line.slice(at + 1);
  const isQuoted = /^quoted-printable$/i.test(parameters['ENCODING'] ?? parameters['QUOTED-PRINTABLE'] ?? '');
  return { name: name[1].toUpperCase(), parameters, value: isQuoted ? printed(value, parameters['CHARSET']) : value };
}

/** The text of a quoted-printable value, whose charset is UTF-8 unless it says otherwise. */
function printed(value: string, charset: string | undefined): string {
  const latin = value.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const bytes = Buffer.from(latin, 'latin1');
  return decode(bytes, encodingOf(bytes, { declared: charset, markup: false }));
}

/** A value with the line breaks, commas and semicolons that it means. */
export function unescaped(value: string): string {
  return value.replaceAll(/\\([nN,;:\\])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

/** The parts of a value of several, such as an address. */
export function partsOf(value: string): readonly string[] {
  return value.split(/(?<!\\);/).map((part) => unescaped(part).trim());
}
