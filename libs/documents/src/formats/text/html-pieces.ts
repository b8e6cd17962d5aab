import { Parser } from 'htmlparser2';

/** Elements within each other; the parser's time grows with the square of it. Browsers stop at 512. */
export const MOST_DEPTH = 256;
/** Characters after which a piece ends with the next block outside of a row, or anywhere. */
const SOFT_END = 128 * 1024;
const HARD_END = 512 * 1024;
const WRITTEN = 16 * 1024;
const BLOCKS = new Set(['p', 'div', 'tr', 'table', 'li', 'ul', 'ol', 'br', 'h1', 'h2', 'h3', 'pre', 'blockquote']);
const NO_WORDS = new Set(['script', 'style']);

/**
 * A page in pieces that are read one after the other, so that time and memory grow with its length alone. Only very long
 * or very deep pages have more than one piece.
 */
export function* htmlPieces(html: string): Generator<string> {
  for (let from = 0; from < html.length;) {
    const to = endOfPiece(html, from);
    yield html.slice(from, to);
    from = to;
  }
}

function endOfPiece(html: string, from: number): number {
  const open: string[] = [];
  let rows = 0;
  let end: number | undefined;
  const parser = new Parser({
    onopentag: (name) => {
      open.push(name);
      if (name === 'tr') rows++;
      if (open.length >= MOST_DEPTH) stop();
      else stopAfter(name);
    },
    onclosetag: (name, implied) => {
      open.pop();
      if (name === 'tr') rows--;
      // What is closed by another tag ends before that tag does.
      if (!implied) stopAfter(name);
    },
    ontext: () => {
      if (parser.endIndex > HARD_END && !NO_WORDS.has(open.at(-1) ?? '')) stop();
    },
  });
  const stopAfter = (name: string) => {
    const past = rows === 0 ? SOFT_END : HARD_END;
    if (parser.endIndex > past && BLOCKS.has(name)) stop();
  };
  const stop = () => {
    end ??= from + parser.endIndex + 1;
    parser.pause();
  };
  for (let at = from; at < html.length && end === undefined; at += WRITTEN) parser.write(html.slice(at, at + WRITTEN));
  return Math.min(end ?? html.length, html.length);
}
