/** The first value of that name in a result, as text; fails where there is none. */
export type ReadField = (name: string) => string;

export function fieldInData(data: unknown): ReadField {
  return (name) => found(name, search(data, name));
}

function search(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  for (const inner of Object.values(value)) {
    const inside = search(inner, name);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const VALUE = String.raw`("(?:[^"\\]|\\.)*"|[^,\s}]+)`;

/** As a model reads it: after its name, in the column of that name, or between the delimiters that are named. */
export function fieldInText(text: string): ReadField {
  return (name) => found(name, named(text, name) ?? inColumn(text, name) ?? between(text, name));
}

function named(text: string, name: string): string | undefined {
  return unquoted(new RegExp(String.raw`(?:^|[\s{])${name}: ${VALUE}`, 'm').exec(text)?.[1]);
}

function inColumn(text: string, name: string): string | undefined {
  for (const [, names = '', row = ''] of text.matchAll(/^ *\d+ \w+ \(([^)]+)\):\n *- (.*)$/gm)) {
    const column = names.split(', ').indexOf(name);
    if (column >= 0) return unquoted([...row.matchAll(new RegExp(VALUE, 'g'))][column]?.[1]);
  }
  return undefined;
}

function between(text: string, name: string): string | undefined {
  return new RegExp(String.raw`^${name}, between two lines "(.+)":\n\1\n([\s\S]*)\n\1$`, 'm').exec(text)?.[2];
}

function unquoted(value: string | undefined): string | undefined {
  return value?.startsWith('"') ? (JSON.parse(value) as string) : value;
}

function found(name: string, value: unknown): string {
  if (value === undefined) throw new Error(`the part that is shown has no ${name}`);
  return String(value);
}
