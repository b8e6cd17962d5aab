const ROMAN: readonly (readonly [value: number, digits: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LARGEST_ROMAN = 4_000;
const LETTERS = 26;

/** A number of a list in a format of ECMA-376 part 1, 17.18.59; of those that are not known here, in digits. */
export function numberAs(format: string, number: number): string {
  if (!Number.isInteger(number) || number < 1 || number >= LARGEST_ROMAN) return String(number);
  if (format === 'lowerRoman') return roman(number);
  if (format === 'upperRoman') return roman(number).toUpperCase();
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number);
}

function roman(number: number): string {
  let [rest, written] = [number, ''];
  for (const [value, digits] of ROMAN) {
    written += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return written;
}

/** z is followed by aa, bb, … */
function letters(number: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % LETTERS));
  return letter.repeat(Math.ceil(number / LETTERS));
}
