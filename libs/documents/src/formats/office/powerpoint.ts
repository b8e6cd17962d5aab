import { rowText } from '../row-text.js';
import type { TextOut } from '../text-out.js';
import { Link } from './link.js';
import { MathText } from './math-text.js';
import { type Opened, opened, POWERPOINT, readMain } from './open.js';
import type { Attributes, XmlHandler } from './xml.js';

/** Longer presentations are made to exhaust their reader, by naming the same slide over and over. */
const MOST_SLIDES = 2_000;
const TOO_MANY = `Only the first ${MOST_SLIDES} slides are read.`;
const NO_TEXT = 'The presentation has no text: it is empty, or has only pictures.';
const WORDS = new Set(['a:t', 'm:t']);
const LEFT_OUT: Readonly<Record<string, string>> = {
  notesSlide: 'Speaker notes are left out.',
  comments: 'Comments are left out.',
  chart: 'Charts are left out.',
};

/** The slides in the order in which they are shown, each paragraph a line, each row of a table too. */
export function powerPointText(content: Uint8Array, out: TextOut): void {
  const deck = opened(content, POWERPOINT);
  const { parts } = deck;
  slidePaths(deck, out).forEach((path, index) => {
    const number = `# Slide ${index + 1}`;
    if (path === undefined || !parts.has(path)) return out.heading(`${number} (not in the file)`);
    parts.read(path, 'p', slideHandler(out, number, parts.addresses(path)));
    for (const { type, path: related } of parts.relationships(path)) {
      const sentence = LEFT_OUT[type];
      if (sentence !== undefined) out.note(sentence);
      // The words of a diagram (SmartArt) lie in a part of their own.
      if (type === 'diagramData' && parts.has(related))
        parts.read(related, 'a', textHandler(out, parts.addresses(related)));
    }
  });
  if (!out.hasWords) out.note(NO_TEXT);
}

function slidePaths(deck: Opened, out: TextOut): readonly (string | undefined)[] {
  const targets = new Map(deck.parts.relationships(deck.main).map(({ id, path }) => [id, path]));
  const paths: (string | undefined)[] = [];
  const open = (name: string, attributes: Attributes) => {
    if (name !== 'p:sldId') return;
    if (paths.length < MOST_SLIDES) paths.push(targets.get(attributes['r:id'] ?? ''));
    else out.note(TOO_MANY);
  };
  readMain(deck, POWERPOINT, { open });
  // A slide is shown once; what names it again is not read again.
  return [...new Set(paths)];
}

function slideHandler(out: TextOut, heading: string, addresses: ReadonlyMap<string, string>): XmlHandler {
  const inner = textHandler(out, addresses);
  return {
    ...inner,
    open: (name, attributes) => {
      if (name === 'p:sld') out.heading(isOff(attributes['show']) ? `${heading} (hidden)` : heading);
      return inner.open(name, attributes);
    },
  };
}

function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}

/** Paragraphs and tables of DrawingML (ECMA-376 part 1, 21.1). */
function textHandler(out: TextOut, addresses: ReadonlyMap<string, string>): XmlHandler {
  const rows: string[][] = [];
  const math = new MathText(out);
  let isWords = false;
  /** Of the run that is read. */
  let link: Link | undefined;
  return {
    open: (name, attributes) => {
      if (name.startsWith('m:')) math.open(name, attributes);
      if (WORDS.has(name)) isWords = true;
      else if (name === 'a:br') out.write('\n');
      else if (name === 'a:hlinkClick') link = new Link(addresses.get(attributes['r:id'] ?? ''));
      else if (name === 'a:r') link = undefined;
      else if (name === 'a:tr') rows.push([]);
      else if (name === 'a:tc') out.open();
    },
    close: (name) => {
      if (name.startsWith('m:')) math.close(name);
      if (WORDS.has(name)) isWords = false;
      else if (name === 'a:r') out.write(link?.ending ?? '');
      else if (name === 'a:p') out.line();
      else if (name === 'a:tc') rows.at(-1)?.push(out.close());
      else if (name === 'a:tr') {
        out.write(rowText(rows.pop() ?? []));
        out.line();
      }
    },
    text: (text) => {
      if (!isWords) return;
      link?.take(text);
      out.write(text);
    },
  };
}
