import type { TextOut } from '../text-out.js';
import type { Attributes } from './xml.js';

/** What is written before a part of a formula; the part is in brackets where it is more than a name or a number. */
const PARTS: Readonly<Record<string, string>> = {
  ...{ 'm:num': '', 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:lim': '_', 'm:deg': '√' },
};
/** What is between the parts of a matrix, of its rows and of equations below each other. */
const BETWEEN: Readonly<Record<string, string>> = { 'm:mr': ', ', 'm:m': '; ', 'm:eqArr': '; ' };
/** What characters a part is written with, by the element that tells it. */
const SIGNS: Readonly<Record<string, 'begin' | 'end' | 'between'>> = {
  ...{ 'm:begChr': 'begin', 'm:endChr': 'end', 'm:sepChr': 'between', 'm:chr': 'begin' },
};

interface Frame {
  readonly name: string;
  begin?: string;
  end?: string;
  between?: string;
  parts: number;
}

/** Writes formulas (ECMA-376 part 1, 22.1) in one line: `(a+b)/2`, `∑_(i=1)^n i`, `√2`. Takes all elements of `m`. */
export class MathText {
  readonly #out: TextOut;
  readonly #frames: Frame[] = [];

  constructor(out: TextOut) {
    this.#out = out;
  }

  open(name: string, attributes: Attributes): void {
    const around = this.#frames.at(-1);
    if (around) this.#beginPart(around, name);
    this.#frames.push({ name, parts: 0 });
    const sign = SIGNS[name];
    const owner = this.#frames.at(-3);
    if (sign && owner) owner[sign] = attributes['m:val'] ?? '';
    if (this.#isKeptApart(name, around)) this.#out.open();
  }

  close(name: string): void {
    const closed = this.#frames.pop();
    const around = this.#frames.at(-1);
    if (this.#isKeptApart(name, around)) {
      const text = this.#out.close();
      if (text !== '' || name === 'm:deg') this.#out.write((PARTS[name] ?? '') + bracketed(text));
    } else if (name === 'm:naryPr') this.#out.write(around?.begin ?? '∫');
    else if (name === 'm:d') this.#out.write(closed?.end ?? ')');
    else if (name === 'm:fName') this.#out.write(' ');
  }

  #beginPart(around: Frame, name: string): void {
    if (name !== 'm:e' && name !== 'm:mr') return;
    const isFirst = around.parts++ === 0;
    if (around.name === 'm:d') this.#out.write(isFirst ? (around.begin ?? '(') : (around.between ?? '|'));
    else if (around.name === 'm:nary') this.#out.write(' ');
    else if (!isFirst) this.#out.write(BETWEEN[around.name] ?? '');
  }

  #isKeptApart(name: string, around: Frame | undefined): boolean {
    return name in PARTS || (name === 'm:e' && around?.name === 'm:rad');
  }
}

function bracketed(text: string): string {
  return text === '' || /^[\p{L}\p{N}.,]+$/u.test(text) ? text : `(${text})`;
}
