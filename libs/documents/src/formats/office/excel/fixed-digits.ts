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
  let at = 0;
  const shown = tokens.map((token) => {
    if (token !== '0') return token.startsWith(LITERAL) ? token.slice(LITERAL.length) : token;
    // The first place takes all digits that are more than there are places.
    const from = at;
    at = from === 0 ? digits.length - places + 1 : from + 1;
    return digits.slice(from, at);
  });
  return (number < 0 ? '-' : '') + shown.join('').trim();
}

function wordsOf(tokens: readonly string[]): string | undefined {
  const words = tokens.map((token) => (token.startsWith(LITERAL) ? token.slice(LITERAL.length) : token));
  return words.join('').trim() || undefined;
}
