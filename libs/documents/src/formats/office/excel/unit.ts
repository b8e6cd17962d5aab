import { LITERAL, type Section } from './sections.js';

/** What the number itself is written as: places, points, commas, percent, fractions, exponents. */
const NUMBER = /^(?:[0#?@.,/%]|general|\.0+|e[+-]?)$/i;
/** Words and currencies; dashes, brackets and spaces only line numbers up. */
const SAYS = /[\p{L}\p{Sc}%\u00b0\u2030]/u;
/** What stands around words for a sign, or to line them up. */
const LINED_UP = /[()+-]/g;
const LETTERS = /\p{L}/u;

/** A number with what its format says around it: a currency, a unit. The digits stay whole, whatever is shown of them. */
export function withUnit(number: string, { tokens }: Section): string {
  const first = tokens.findIndex((token) => NUMBER.test(token));
  const last = tokens.findLastIndex((token) => NUMBER.test(token));
  // A comma at the end divides what is shown by a thousand, and the unit is of that.
  if (first === -1 || tokens[last] === ',') return number;
  const [before, behind] = [words(tokens.slice(0, first)), words(tokens.slice(last + 1))];
  const ending = behind === '' ? '' : ` ${behind}`;
  if (before === '') return number + ending;
  if (LETTERS.test(before)) return `${before} ${number}${ending}`;
  return (number.startsWith('-') ? `-${before}${number.slice(1)}` : before + number) + ending;
}

function words(tokens: readonly string[]): string {
  const text = tokens.map((token) => (token.startsWith(LITERAL) ? token.slice(LITERAL.length) : token)).join('');
  return SAYS.test(text) ? text.replaceAll(LINED_UP, ' ').trim() : '';
}
