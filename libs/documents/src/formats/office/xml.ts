import { Parser } from 'htmlparser2';
import { Unreadable } from '../unreadable.js';
import { Scope } from './namespaces.js';

export type Attributes = Readonly<Record<string, string>>;

/** Takes what a document has, in its order. Names have the prefix that `namespaces.ts` gives to their namespace. */
export interface XmlHandler {
  /** `false` leaves the element out, with all that is in it. */
  open(name: string, attributes: Attributes): unknown;
  close?(name: string): void;
  text?(text: string): void;
}

/** The parser's time grows with the square of it. */
const MOST_DEPTH = 512;

/** An element that is open; `taken` tells, of alternate content, that one alternative was taken. */
interface OpenElement {
  readonly name: string;
  readonly outer: Scope;
  taken: boolean;
}

/** Reads a document piece by piece: `write` it, then `end`. */
export class XmlReader {
  readonly #handler: XmlHandler;
  readonly #parser: Parser;
  readonly #open: OpenElement[] = [];
  #scope: Scope;
  /** Elements open within one that is left out, and itself. */
  #leftOut = 0;

  /** @param home the prefix of elements where the document declares no namespace at all */
  constructor(home: string, handler: XmlHandler) {
    this.#handler = handler;
    this.#scope = new Scope(home);
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#onOpen(name, attributes),
        onclosetag: () => this.#onClose(),
        ontext: (text) => {
          if (this.#leftOut === 0) handler.text?.(text);
        },
        // No Office program writes document types, and with them entities.
        onprocessinginstruction: (name) => {
          if (name.startsWith('!')) throw new Unreadable('The file has XML with a document type.');
        },
      },
      { xmlMode: true },
    );
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  /** @throws Unreadable for what is not complete */
  end(): void {
    if (this.#open.length > 0 || this.#leftOut > 0)
      throw new Unreadable('The file is damaged: a part of it is cut off.');
    this.#parser.end();
  }

  #onOpen(raw: string, given: Attributes): void {
    if (this.#leftOut > 0) {
      this.#leftOut++;
      return this.#assertNotDeep();
    }
    const outer = this.#scope;
    const scope = outer.within(given);
    const name = scope.element(raw);
    if (this.#isLeftOut(name) || this.#handler.open(name, scope.attributes(given)) === false) {
      this.#leftOut = 1;
      return;
    }
    this.#scope = scope;
    this.#open.push({ name, outer, taken: false });
    this.#assertNotDeep();
  }

  /** Of alternate content (ECMA-376 part 3) the first choice is read, and the fallback where there is none. */
  #isLeftOut(name: string): boolean {
    const around = this.#open.at(-1);
    if (around?.name !== 'mc:AlternateContent') return false;
    if (around.taken) return true;
    around.taken = name === 'mc:Choice' || name === 'mc:Fallback';
    return false;
  }

  #onClose(): void {
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    const closed = this.#open.pop();
    if (closed === undefined) return;
    this.#scope = closed.outer;
    this.#handler.close?.(closed.name);
  }

  #assertNotDeep(): void {
    if (this.#open.length + this.#leftOut > MOST_DEPTH) throw new Unreadable('The file is damaged: it is too deep.');
  }
}

/** Reads a whole document, as `XmlReader` does. */
export function readXml(text: string, home: string, handler: XmlHandler): void {
  const reader = new XmlReader(home, handler);
  reader.write(text);
  reader.end();
}
