/** A part of a template: literals as they are, every expression as EXPRESSION. */
export type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };

export const EXPRESSION = '<expression>';

export interface Declared {
  readonly kind: 'param' | 'var' | 'resource' | 'module' | 'output';
  readonly name: string;
  /** Of a param or output its type, of a resource `type@apiVersion`, of a module its file. */
  readonly type: string;
  readonly existing: boolean;
  readonly value?: Tree;
}

const DECLARATION = /^(param|var|resource|module|output) (\w+)(?: '?([^\s']+)'?)?( existing)?(?: ?= ?(.*))?$/;

/**
 * What a Bicep file declares. Reads the form this project writes: one property or item a line, an expression on one line.
 * It is no compiler: what it does not understand, it refuses.
 */
export function readBicep(text: string): readonly Declared[] {
  const lines = new Lines(text);
  const found: Declared[] = [];
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const [, kind, name = '', type = '', existing, value] = DECLARATION.exec(line) ?? [];
    if (kind === undefined) throw new Error(`Not understood: ${line}`);
    found.push({
      kind: kind as Declared['kind'],
      name,
      type: type === '=' ? '' : type,
      existing: existing !== undefined,
      value: value === undefined ? undefined : valueOf(value, lines),
    });
  }
  return found;
}

/** The lines that declare something: no comments, decorators or blanks. */
class Lines {
  readonly #lines: string[];

  constructor(text: string) {
    const said = (line: string) => line !== '' && !/^(\/\/|@|targetScope )/.test(line);
    this.#lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(said);
  }

  next(): string | undefined {
    return this.#lines.shift();
  }

  until(end: string): string[] {
    const line = this.next();
    if (line === undefined) throw new Error(`${end} is missing`);
    return line === end ? [] : [line];
  }
}

function valueOf(text: string, lines: Lines): Tree {
  if (text === '{') return objectOf(lines);
  if (text === '[') return arrayOf(lines);
  if (text === '{}') return {};
  if (text === '[]') return [];
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d+$/.test(text)) return Number(text);
  return /^'[^']*'$/.test(text) && !text.includes('${') ? text.slice(1, -1) : EXPRESSION;
}

function objectOf(lines: Lines): Tree {
  const object: Record<string, Tree> = {};
  for (let [line] = lines.until('}'); line !== undefined; [line] = lines.until('}')) {
    const [, key = '', value = ''] = /^('[^']*'|\w+): (.*)$/.exec(line) ?? [];
    if (key === '') throw new Error(`Not a property: ${line}`);
    object[key.includes('${') ? EXPRESSION : key] = valueOf(value, lines);
  }
  return object;
}

function arrayOf(lines: Lines): Tree {
  const items: Tree[] = [];
  for (let [line] = lines.until(']'); line !== undefined; [line] = lines.until(']')) items.push(valueOf(line, lines));
  return items;
}
