import { LITERAL, type Section } from './sections.js';

/** What makes a number of digits; a format of zeros alone is one of codes, such as 00000 of postal ones. */
const PLACES = /^(?:[0#?@]|general)$/i;
/** Of anything else than a count of digits. */
const OTHERS = /^(?:[#?@,%/.]|\.0+|e[+-]?|general)$/i;

/** A code by a format of two zeros or more, and the words of a format that has no place for the number; undefined for others. */
export function fixed(number: number, { tokens }: Section): string | undefined {
  const places = tokens.filter((token) => PLACES.test(token)).length;
  if (places === 0) return wordsOf(tokens);
  if (places < 2 || !Number.isSafeInteger(number) || tokens.some((token) => OTHERS.test(token))) return undefined;
  const digits = String(Math.abs(number)).padStart(places, '0');
  let at = digits.length - places;
  const shown = tokens.map((token, index) => {
    if (token !== '0') return token.startsWith(LITERAL) ? token.slice(LITERAL.length) : token;
    const isFirst = !tokens.slice(0, index).includes('0');
    return isFirst ? digits.slice(0, ++at) : (digits[at++] ?? '');
  });
  return (number < 0 ? '-' : '') + shown.join('').trim();
}

function wordsOf(tokens: readonly string[]): string | undefined {
  const words = tokens.map((token) => (token.startsWith(LITERAL) ? token.slice(LITERAL.length) : token));
  return words.join('').trim() || undefined;
}
