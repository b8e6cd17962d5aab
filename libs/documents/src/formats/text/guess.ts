/** Bytes by which a charset is guessed. */
const LOOKED_AT = 16 * 1024;
/** Of letters: fewer that are not English ones are words of Western Europe. */
const FOREIGN = 0.35;
/** Charsets of one byte for each character, in which a few bytes mean nothing. */
const NARROW = /^(?:windows|koi8)-/;
const FEWEST = 8;
const KANA = /[\u3041-\u30ff、。]/gu;
const RUSSIAN = /[оеаинтс]/gu;

/**
 * Charsets by what is often in a text of theirs and hardly in one of another: characters, and what part of all letters
 * that are not English they are at least.
 */
const SIGNS: readonly (readonly [charset: string, often: RegExp, least: number])[] = [
  ['shift_jis', KANA, 0.25],
  ['euc-jp', KANA, 0.25],
  ['euc-kr', /[가-힣]/gu, 0.95],
  ['big5', /[的一是不了人我在有他這中大來上個國到說們為子和你地出也時年得就要下以生會自]/gu, 0.1],
  ['gb18030', /[的一是不了人我在有他这中大来上个国到说们为子和你地出也时年得就要下以生会自]/gu, 0.1],
  ['windows-1251', RUSSIAN, 0.35],
  ['koi8-r', RUSSIAN, 0.35],
  ['windows-1253', /[αειοντσ]/gu, 0.35],
  ['windows-1255', /[אהוילמרת]/gu, 0.5],
];

/** The charset of text that is not Unicode and says nothing of itself; windows-1252 where nothing speaks for another. */
export function guessed(content: Uint8Array): string {
  const sample = content.subarray(0, LOOKED_AT);
  const high = sample.filter((byte) => byte > 0x7f).length;
  const english = sample.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a && byte < 0x80).length;
  if (high < FOREIGN * (high + english)) return 'windows-1252';
  const found = SIGNS.filter(([charset]) => high >= FEWEST || !NARROW.test(charset)).find(
    ([charset, often, least]) => shareOf(often, sample, charset) >= least,
  );
  return found?.[0] ?? 'windows-1252';
}

/** 0 for bytes that are not of the charset. */
function shareOf(often: RegExp, sample: Uint8Array, charset: string): number {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
    return count(text, often) / Math.max(1, count(text, /[^\0-\x7f]/gu));
  } catch {
    return 0;
  }
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
