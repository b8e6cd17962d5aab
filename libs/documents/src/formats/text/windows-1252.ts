/** The 32 characters in which it differs from ISO 8859-1 (WHATWG Encoding, index-windows-1252). */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The decoder of Node 20 reads this charset as ISO 8859-1, so that `€` is lost. */
export function windows1252(content: Uint8Array): string {
  return withoutC1(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1'));
}

/** A text in which another decoder left control characters that stand for those. */
export function withoutC1(text: string): string {
  return text.replaceAll(/[\x80-\x9f]/g, (character) => C1[character.charCodeAt(0) - 0x80] ?? character);
}

/** The bytes of a text in this charset, whichever decoder read it. */
export function bytesOfWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const index = C1.indexOf(character);
    return index < 0 ? character.charCodeAt(0) : 0x80 + index;
  });
}
