/** A charset as `TextDecoder` calls it, and the codes of one and of two bytes that it has. */
interface Charset {
  readonly name: string;
  readonly codes: readonly string[];
}

const EUC = ['<00> <80>', '<8100> <ffff>'];
const CODES_OF_KANA = ['<00> <80>', '<8140> <9fff>', '<a0> <df>', '<e040> <ffff>'];
/**
 * Predefined maps of Chinese, Japanese and Korean fonts (ISO 32000-1, 9.7.5.2) that programs name in place of embedding
 * them, and which charset their codes are of; those without one are of Unicode.
 */
const MAPS: readonly (readonly [name: RegExp, charset?: Charset])[] = [
  [/^Uni\w+-(?:UCS2|UTF16)/],
  [/^GB/, { name: 'gb18030', codes: EUC }],
  [/RKSJ/, { name: 'shift_jis', codes: CODES_OF_KANA }],
  [/^EUC-/, { name: 'euc-jp', codes: EUC }],
  [/B5/, { name: 'big5', codes: EUC }],
  [/^KSC/, { name: 'euc-kr', codes: EUC }],
];
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/;
const FIRST_WIDE = 0x8100;
const ALL = 0xffff;
/** Rows of one block (Adobe Technical Note 5014). */
const MOST_ROWS = 100;

/**
 * Gives `pdf.js` the maps, made here, since it has none: codes lead to the numbers of Unicode in place of those of a
 * font, and from there to themselves. Widths are wrong with that, words are right.
 */
export class CharacterMaps {
  #isOurs = false;

  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    // Of a font that numbers its characters itself only its own map would tell which they are.
    if (this.#isOurs && TO_UNICODE.test(filename)) return Promise.resolve(file(['<0000> <ffff> <0000>'], 'bfrange'));
    const found = kind === 'cMapUrl' ? MAPS.find(([name]) => name.test(filename)) : undefined;
    if (found === undefined) return Promise.reject(new Error('There is no such map.'));
    this.#isOurs = true;
    const [, charset] = found;
    if (charset === undefined) return Promise.resolve(file(['<0000> <ffff> 0'], 'cidrange'));
    return Promise.resolve(file(ranges(charset.name), 'cidrange', charset.codes));
  }
}

/** Rows of codes that follow each other in both. */
function ranges(charset: string): readonly string[] {
  const decoder = new TextDecoder(charset);
  const rows: { from: number; to: number; first: number; hex: number }[] = [];
  const add = (code: number, bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length !== 1 || text === '\ufffd') return;
    const last = rows.at(-1);
    const unicode = text.charCodeAt(0);
    const goesOn = last?.to === code - 1 && last.first + (code - last.from) === unicode && (code & 0xff) !== 0;
    if (goesOn) last.to = code;
    else rows.push({ from: code, to: code, first: unicode, hex: bytes.length * 2 });
  };
  for (let code = 0; code < 0x100; code++) add(code, [code]);
  for (let code = FIRST_WIDE; code <= ALL; code++) add(code, [code >> 8, code & 0xff]);
  return rows.map(({ from, to, first, hex }) => `<${digits(from, hex)}> <${digits(to, hex)}> ${first}`);
}

function digits(code: number, count: number): string {
  return code.toString(16).padStart(count, '0');
}

function file(
  rows: readonly string[],
  kind: 'bfrange' | 'cidrange',
  codes: readonly string[] = ['<0000> <ffff>'],
): Uint8Array {
  const lines = [`${codes.length} begincodespacerange`, ...codes, 'endcodespacerange'];
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const block = rows.slice(at, at + MOST_ROWS);
    lines.push(`${block.length} begin${kind}`, ...block, `end${kind}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}
