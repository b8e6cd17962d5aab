const [QUOTE, BACKSLASH] = ['"', '\\'].map((sign) => sign.charCodeAt(0));
const OPENING = codes('[{');
const CLOSING = codes(']}');

/**
 * Whether JSON is nested deeper than this, found before it is parsed: what walks over the parsed value calls itself once
 * for each level. Text that is not JSON may be called either.
 */
export function isNestedDeeper(json: Uint8Array, levels: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    if (depth > levels) return true;
  }
  return false;
}

function codes(signs: string): ReadonlySet<number> {
  return new Set(new TextEncoder().encode(signs));
}
