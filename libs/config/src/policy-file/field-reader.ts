import { nearestName, quoteLine } from '@app/domain';
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { MAX_COUNT, MAX_NAMES } from './limits.js';
import type { ParsedFile } from './parse-yaml.js';

/** Where something stands in a file, as `rules[2].facts.external`. */
export type Path = string;

/** A value of a map, and its place. */
export interface Field {
  readonly value: unknown;
  readonly path: Path;
  readonly line: number | undefined;
}

/** What is asked of the names of a list. */
export interface NameRule {
  /** As in "a tool". */
  readonly kind: string;
  /** Those there are; absent: any of the right form. */
  readonly known?: readonly string[];
  readonly form?: { readonly pattern: RegExp; readonly hint: string };
  readonly lowerCase?: boolean;
}

/** Reads fields of a tree and collects every mistake, each with its place and what would be right. */
export class FieldReader {
  readonly mistakes: string[] = [];
  readonly #file: ParsedFile;

  constructor(file: ParsedFile) {
    this.#file = file;
  }

  add({ path, line }: Pick<Field, 'path' | 'line'>, words: string): undefined {
    this.mistakes.push(`${path === '' ? 'the file' : path}${line === undefined ? '' : ` (line ${line})`}: ${words}`);
  }

  /** @param aliases words of other policies, and which key does what they ask for */
  fields(
    { value, path, line }: Field,
    keys: readonly string[],
    aliases: Readonly<Record<string, string>>,
  ): ReadonlyMap<string, Field> | undefined {
    if (!isMap(value)) return this.add({ path, line }, `write ${keys.join(', ')} as keys with values`);
    const found = new Map<string, Field>();
    for (const { key, value: item } of (value as YAMLMap<Node, Node>).items) {
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
      const at = { path: path === '' ? quoted(name) : `${path}.${quoted(name)}`, line: this.#file.lineOf(key) };
      if (name === undefined || !keys.includes(name))
        this.add({ path, line: at.line }, unknownKey(name, keys, aliases));
      else if (found.has(name)) this.add(at, 'the key stands twice, write it once');
      else found.set(name, { ...at, value: item });
    }
    return found;
  }

  items(field: Field, most: number): readonly Field[] | undefined {
    const { value, path } = field;
    if (!isSeq(value)) return this.add(field, 'write a list');
    if (value.items.length === 0) return this.add(field, 'the list is empty: name at least one, or leave the key out');
    if (value.items.length > most) return this.add(field, `write at most ${most}`);
    return value.items.map((item, index) => ({
      value: item,
      path: `${path}[${index}]`,
      line: this.#file.lineOf(item),
    }));
  }

  names(field: Field | undefined, rule: NameRule): readonly string[] | undefined {
    if (!field) return undefined;
    if (isScalar(field.value)) return this.add(field, 'write a list, as in [first, second]');
    const items = this.items(field, MAX_NAMES);
    const names = items?.map((item) => this.#name(item, rule)).filter((name) => name !== undefined) ?? [];
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) this.add(field, `${quoteLine(twice, 80)} stands twice, write it once`);
    return names;
  }

  #name(item: Field, { kind, known, form, lowerCase }: NameRule): string | undefined {
    const text = scalarOf(item);
    if (typeof text !== 'string') return this.add(item, `write ${kind} as text`);
    const name = lowerCase ? text.toLowerCase() : text;
    if (form && !form.pattern.test(name)) return this.add(item, form.hint);
    if (!known || known.includes(name)) return name;
    if (/[*?]/.test(name) || name.toLowerCase() === 'all')
      return this.add(item, `write whole names of ${kind}s; a rule without the key is for all of them`);
    const nearest = nearestName(name, known);
    const instead = nearest ? `did you mean ${nearest}?` : `write one of ${known.join(', ')}`;
    return this.add(item, `${quoteLine(name, 80)} is no ${kind} of this server, ${instead}`);
  }

  flag(field: Field | undefined): boolean | undefined {
    if (!field) return undefined;
    const value = scalarOf(field);
    return typeof value === 'boolean' ? value : this.add(field, 'write true or false');
  }

  count(field: Field | undefined): number | undefined {
    if (!field) return undefined;
    const value = scalarOf(field);
    const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_COUNT;
    return isCount ? value : this.add(field, `write a whole number from 0 to ${MAX_COUNT}`);
  }
}

/** The value of a text, number, flag or nothing; of anything else undefined. */
export function scalarOf({ value }: Field): unknown {
  return isScalar(value) ? value.value : undefined;
}

function quoted(name: string | undefined): string {
  return name !== undefined && /^\w{1,40}$/.test(name) ? name : '(a key)';
}

function unknownKey(
  name: string | undefined,
  keys: readonly string[],
  aliases: Readonly<Record<string, string>>,
): string {
  if (name === undefined) return `a key is not a text, write one of ${keys.join(', ')}`;
  if (name === '<<') return 'merge keys (<<) are not supported, write out what it stands for';
  const meant = Object.hasOwn(aliases, name.toLowerCase()) ? aliases[name.toLowerCase()] : nearestName(name, keys);
  const instead = meant === undefined ? `write one of ${keys.join(', ')}` : `did you mean ${meant}?`;
  return `${quoteLine(name, 40)} is not a key here, ${instead}`;
}
