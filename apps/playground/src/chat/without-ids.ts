const KEY = '(?:id|cursor|version|\\w+Id)';
const NAME = new RegExp(`^${KEY}$`);
const FIELD = new RegExp(`^(\\s*- |\\s*)${KEY}: [\\w+/=.!~-]+$`);
/** Above a list whose lines leave the names out: `3 events (id, subject, start, end):`. */
const TABLE = /^(\s*)(\d+) (\w+) \(([^()]*)\):$/;
/** Above a body, which is somebody's own words. */
const BODY = /^untrusted\w+, between two lines "(-{5} [\w-]+)":$/;
const START = /^\s*- |^\s*/;

interface Reading {
  /** Which fields of the lines to come are ids. */
  readonly ids: readonly boolean[];
  /** How many such lines there are. */
  readonly rows: number;
  /** Lines that end a body, and how many of them are to come. */
  readonly delimiter?: string;
  readonly delimiters: number;
}

const PLAIN: Reading = { ids: [], rows: 0, delimiters: 0 };

/** The text of a result without ids, which are for the agent; the trace and the tool calls have them. */
export function withoutIds(text: string): string {
  let reading = PLAIN;
  const shown: string[] = [];
  for (const line of text.split('\n')) {
    const isBody = reading.delimiters > 0;
    shown.push(...(isBody ? [line] : lineWithoutIds(line, reading.rows > 0 ? reading.ids : [])));
    reading = isBody ? inBody(line, reading) : next(line, reading);
  }
  return shown.join('\n');
}

function inBody(line: string, reading: Reading): Reading {
  return line === reading.delimiter ? { ...reading, delimiters: reading.delimiters - 1 } : reading;
}

function next(line: string, { rows, ids }: Reading): Reading {
  const delimiter = BODY.exec(line)?.[1];
  if (delimiter !== undefined) return { ...PLAIN, delimiter, delimiters: 2 };
  const [, , count, , names] = TABLE.exec(line) ?? [];
  if (names === undefined) return { ...PLAIN, rows: rows - 1, ids };
  return { ...PLAIN, rows: Number(count), ids: names.split(', ').map((name) => NAME.test(name)) };
}

function lineWithoutIds(line: string, ids: readonly boolean[]): string[] {
  const [, indent, count, what, names] = TABLE.exec(line) ?? [];
  if (names !== undefined) {
    const kept = names.split(', ').filter((name) => !NAME.test(name));
    return [`${indent}${count} ${what}${kept.length > 0 ? ` (${kept.join(', ')})` : ''}:`];
  }
  const fields = fieldsOf(line);
  const kept = fields.filter((field, index) => ids[index] !== true && !FIELD.test(field));
  if (kept.length === fields.length) return [line];
  const start = START.exec(line)?.[0] ?? '';
  return kept.length === 0 ? [] : [`${start}${kept.join(', ').slice(kept[0] === fields[0] ? start.length : 0)}`];
}

/** What stands between commas that are not within quotes. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at < line.length; at++) {
    if (isQuoted && line[at] === '\\') at++;
    else if (line[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && line.startsWith(', ', at)) {
      fields.push(line.slice(from, at));
      from = at + 2;
    }
  }
  return [...fields, line.slice(from)];
}
