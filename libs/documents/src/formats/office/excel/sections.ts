/** What a number is shown as. */
export type Kind = 'date' | 'time' | 'days' | 'duration' | 'percent' | 'number';

/** A section of a number format: `[h]:mm`, as what it shows and what it is made of. */
export interface Section {
  readonly kind: Kind;
  /** Runs of one letter, elapsed time in brackets, decimals, and the characters between them; words after `LITERAL`. */
  readonly tokens: readonly string[];
}

interface Conditional extends Section {
  readonly condition: ((number: number) => boolean) | undefined;
}

/** Before what is written as it is, so that the `h` of `"h"` is no hour. */
export const LITERAL = '"';
/** Longer ones are no format. */
const LONGEST = 1_000;
const MOST_KNOWN = 10_000;
/** Quoted words, what is escaped, padded or filled with, brackets, AM/PM, General, decimals of seconds, exponents, runs of a letter. */
const TOKEN =
  /"([^"]*)"?|[\\_*](.?)|\[([^\]]*)\]?|am\/pm|a\/p|general|\.0+|e[+-]|y+|m+|d+|h+|s+|g+|e+|a{3,4}|b{2,4}|./gisu;
const known = new Map<string, readonly Conditional[]>();

/** The section in which a format shows a number (ECMA-376 part 1, 18.8.31). */
export function sectionFor(format: string, number: number): Section {
  const sections = known.get(format) ?? parsed(format);
  if (known.size < MOST_KNOWN) known.set(format, sections);
  const [first, second, third] = sections;
  const met = sections.find(({ condition }) => condition?.(number));
  if (met) return met;
  if (sections.some(({ condition }) => condition)) return sections.find(({ condition }) => !condition) ?? PLAIN;
  if (number < 0) return second ?? first ?? PLAIN;
  return (number === 0 ? third : undefined) ?? first ?? PLAIN;
}

const PLAIN: Section = { kind: 'number', tokens: [] };

function parsed(format: string): readonly Conditional[] {
  const sections: Conditional[] = [];
  let builder = new SectionBuilder();
  for (const match of format.slice(0, LONGEST).matchAll(TOKEN)) {
    if (match[0] === ';') {
      sections.push(builder.section);
      builder = new SectionBuilder();
    } else builder.take(match);
  }
  return [...sections, builder.section];
}

class SectionBuilder {
  readonly #tokens: string[] = [];
  #letters = '';
  #isElapsed = false;
  #isPercent = false;
  #condition: Conditional['condition'];

  take([token, quoted, escaped, bracket]: RegExpMatchArray): void {
    if (quoted !== undefined) this.#tokens.push(LITERAL + quoted);
    else if (escaped !== undefined) this.#tokens.push(token.startsWith('\\') ? LITERAL + escaped : '');
    else if (bracket !== undefined) this.#takeBracket(token, bracket);
    else this.#takeBare(token);
  }

  get section(): Conditional {
    return { kind: this.#kind(), tokens: this.#tokens, condition: this.#condition };
  }

  /** Elapsed time, a condition, or a currency with or without its language: `[$€-407]`; colours do not matter here. */
  #takeBracket(token: string, bracket: string): void {
    if (/^(h+|m+|s+)$/i.test(bracket)) {
      this.#isElapsed = true;
      this.#tokens.push(token);
    }
    const currency = /^\$([^-]*)/.exec(bracket)?.[1] ?? '';
    if (currency !== '') this.#tokens.push(LITERAL + currency);
    const [, sign, limit] = /^(<=|>=|<>|<|>|=)\s?(-?[\d.]{1,20})$/.exec(bracket) ?? [];
    if (sign !== undefined) this.#condition = (number) => compared(number, sign, Number(limit));
  }

  #takeBare(token: string): void {
    const lower = token.toLowerCase();
    this.#tokens.push(token);
    if (lower === 'general' || /^e[+-]$/.test(lower)) return;
    if (lower === 'am/pm' || lower === 'a/p') this.#letters += 'h';
    else if (/^[ymdhsgeab]/.test(lower) && (lower[0] !== 'a' || lower.length > 1)) this.#letters += lower[0] ?? '';
    if (token === '%') this.#isPercent = true;
  }

  #kind(): Kind {
    if (this.#isElapsed) return 'duration';
    const isTime = /[hs]/.test(this.#letters);
    if (/^d[hms]+$/.test(this.#letters)) return 'days';
    if (/[ydgeab]/.test(this.#letters) || (this.#letters.includes('m') && !isTime)) return 'date';
    if (isTime) return 'time';
    return this.#isPercent ? 'percent' : 'number';
  }
}

function compared(number: number, sign: string, limit: number): boolean {
  if (sign === '<>') return number !== limit;
  if (number === limit) return sign.includes('=');
  return number < limit ? sign.startsWith('<') : sign.startsWith('>');
}
