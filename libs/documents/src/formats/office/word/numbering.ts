import { numberAs } from './number-as.js';

/** A level of a list: `%1.%2` with how each is written. */
export interface Level {
  format: string;
  text: string;
  start: number;
}

/** A list, and the level at which a paragraph stands in it. */
export interface Place {
  list?: string;
  level?: string;
}

export const MOST_LEVELS = 9;
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
  /** Where a list counts from at a level when it first comes to it, by `list/level`. */
  readonly restarts = new Map<string, number>();
  /** How far lists have counted; those of the same levels count together. */
  readonly #counts = new Map<unknown, readonly number[]>();
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
    const known = this.levels.get(definition ?? '');
    const levels = known ?? [];
    const { format, text } = levels[depth] ?? { format: 'bullet', text: '' };
    const counter = known ?? list;
    this.#restart(list, counter, depth);
    const counts = this.#count(counter, depth, levels);
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

  /** Lists of the same levels go on counting from each other, unless they say otherwise. */
  #restart(list: string, counter: unknown, depth: number): void {
    const start = this.restarts.get(`${list}/${depth}`);
    if (start === undefined) return;
    this.restarts.delete(`${list}/${depth}`);
    const counts = [...(this.#counts.get(counter) ?? [])];
    counts[depth] = start - 1;
    this.#counts.set(counter, counts);
  }

  #count(counter: unknown, depth: number, levels: readonly Level[]): readonly number[] {
    const before = this.#counts.get(counter) ?? [];
    const startOf = (at: number) => levels[at]?.start ?? 1;
    const counts = Array.from({ length: depth + 1 }, (_, at) => before[at] ?? startOf(at) - (at === depth ? 1 : 0));
    counts[depth] = (counts[depth] ?? 0) + 1;
    this.#counts.set(counter, counts);
    return counts;
  }
}

function filled(text: string, counts: readonly number[], levels: readonly Level[]): string {
  return text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return numberAs(levels[at]?.format ?? 'decimal', counts[at] ?? 1);
  });
}
