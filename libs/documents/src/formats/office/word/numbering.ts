import type { Opened } from '../open.js';
import type { XmlHandler } from '../xml.js';
import { numberAs } from './number-as.js';

/** A level of a list: `%1.%2` with how each is written. */
interface Level {
  format: string;
  text: string;
  start: number;
}

/** A list, and the level at which a paragraph stands in it. */
interface Place {
  list?: string;
  level?: string;
}

const MOST_LEVELS = 9;
/** Styles that go on from each other. */
const LONGEST_CHAIN = 32;
const NONE = '0';

/** The labels of the paragraphs of lists (ECMA-376 part 1, 17.9), counted as the document goes on. */
export class Numbering {
  /** Levels by their definition and number. */
  readonly levels = new Map<string, Level[]>();
  /** The definition of each list. */
  readonly lists = new Map<string, string>();
  /** Where a style puts its paragraphs; `base` is the style that it goes on from. */
  readonly styles = new Map<string, Place & { base?: string }>();
  readonly #counts = new Map<string, number[]>();
  #style: string | undefined;
  #place: Place = {};

  begin(): void {
    this.#style = undefined;
    this.#place = {};
  }

  take(name: string, value: string | undefined): void {
    if (name === 'w:pStyle') this.#style = value;
    else this.#place = { ...this.#place, [name === 'w:numId' ? 'list' : 'level']: value };
  }

  /** The label of the paragraph whose properties have been taken, with a space at its end; '' outside of lists. */
  label(): string {
    const styled = this.#ofStyle(this.#style);
    const { list = NONE, level = '0' } = { ...styled, ...this.#place };
    const definition = this.lists.get(list);
    const depth = Number(level);
    if (list === NONE || !(depth >= 0 && depth < MOST_LEVELS)) return '';
    const levels = definition === undefined ? [] : (this.levels.get(definition) ?? []);
    const { format, text } = levels[depth] ?? { format: 'bullet', text: '' };
    const counts = this.#count(definition ?? list, depth, levels);
    if (format === 'none') return '';
    const label = format === 'bullet' ? '-' : filled(text, counts, levels);
    return label === '' ? '' : `${'  '.repeat(depth)}${label} `;
  }

  #ofStyle(style: string | undefined): Place {
    let place: Place = {};
    let name = style;
    for (let steps = 0; name !== undefined && steps < LONGEST_CHAIN; steps++) {
      const { list, level, base } = this.styles.get(name) ?? {};
      place = { list: place.list ?? list, level: place.level ?? level };
      name = base;
    }
    return place.list === undefined ? {} : { list: place.list, level: place.level ?? '0' };
  }

  #count(list: string, depth: number, levels: readonly Level[]): readonly number[] {
    const before = this.#counts.get(list) ?? [];
    const startOf = (at: number) => levels[at]?.start ?? 1;
    const counts = Array.from({ length: depth + 1 }, (_, at) => before[at] ?? startOf(at) - (at === depth ? 1 : 0));
    counts[depth] = (counts[depth] ?? 0) + 1;
    this.#counts.set(list, counts);
    return counts;
  }
}

function filled(text: string, counts: readonly number[], levels: readonly Level[]): string {
  return text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return numberAs(levels[at]?.format ?? 'decimal', counts[at] ?? 1);
  });
}

export function numberingOf({ parts, main }: Opened): Numbering {
  const numbering = new Numbering();
  const handlers = { numbering: definitions(numbering), styles: styles(numbering) };
  for (const [wanted, handler] of Object.entries(handlers)) {
    const found = parts.relationships(main).find(({ type, path }) => type === wanted && parts.has(path));
    if (found) parts.read(found.path, 'w', handler);
  }
  return numbering;
}

function definitions({ levels, lists }: Numbering): XmlHandler {
  let current: Level[] = [];
  let list = '';
  let level: Level = { format: '', text: '', start: 1 };
  return {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') levels.set(attributes['w:abstractNumId'] ?? '', (current = []));
      else if (name === 'w:num') list = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') lists.set(list, value);
      else if (name === 'w:lvl')
        current[Number(attributes['w:ilvl']) % MOST_LEVELS] = level = { format: '', text: '', start: 1 };
      else if (name === 'w:start') level.start = Number(value);
      else if (name === 'w:numFmt') level.format = value;
      else if (name === 'w:lvlText') level.text = value;
      return name !== 'w:lvlOverride';
    },
  };
}

function styles({ styles: places }: Numbering): XmlHandler {
  let current: Place & { base?: string } = {};
  return {
    open: (name, attributes) => {
      const value = attributes['w:val'];
      if (name === 'w:style') places.set(attributes['w:styleId'] ?? '', (current = {}));
      else if (name === 'w:basedOn') current.base = value;
      else if (name === 'w:numId') current.list = value;
      else if (name === 'w:ilvl') current.level = value;
    },
  };
}
