/** Fonts of symbols lay their characters here, each as it likes. */
const PRIVATE = 0xf000;
const PRIVATE_END = 0xf0ff;
const UNKNOWN = '\u25a1';

/** What people use of Wingdings, by its code. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x76: '❖',
  0x77: '⬥',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
/** The letters of Symbol from 0x41 and 0x61 on, and its signs from 0xa2 on. */
const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SIGNS = '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…';

/** The character of `w:sym` (ECMA-376 part 1, 17.3.3.30): a code, as hexadecimal digits, in a font. */
export function symbol(font = '', code = ''): string {
  const point = Number.parseInt(code, 16);
  if (!(point > 0 && point <= 0xffff)) return '';
  if (point > 0xff && (point < PRIVATE || point > PRIVATE_END)) return String.fromCharCode(point);
  const place = point & 0xff;
  if (/^wingdings/i.test(font)) return WINGDINGS[place] ?? UNKNOWN;
  const letter = CAPITALS[place - 0x41] ?? SMALL[place - 0x61] ?? SIGNS[place - 0xa2];
  if (/^symbol/i.test(font) && letter !== undefined) return letter;
  return place < 0x20 ? UNKNOWN : String.fromCharCode(place);
}
