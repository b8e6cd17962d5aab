import { HIDDEN, type HtmlReader, type OpenTag, readHtml } from './read-html.js';

/** Elements within each other that are known; what is deeper keeps its words and loses its tags. */
const DEEPEST = 200;

/** Where an HTML body is cut, so that what is below it keeps the elements that it stands in. */
export interface Place {
  /** Where the content of the document begins, after its head. */
  readonly bodyStart: number;
  /** The place asked for, or the element around it that has nothing else above it. */
  readonly cut: number;
  /** The tags, as they are written, of the elements that are open there. */
  readonly opening: string;
}

type OpenElement = Pick<OpenTag, 'name' | 'start' | 'end'>;

/** Reads HTML up to that place. */
export function placeInHtml(content: string, at: number): Place {
  const reader = new PlaceReader();
  readHtml(content.slice(0, at), reader);
  const { bodyStart, saidTo } = reader;
  const within = reader.elements.filter(({ start }) => start >= bodyStart);
  const cut = within.find(({ start }) => start >= saidTo)?.start ?? at;
  const around = within.filter(({ start }) => start < cut);
  return { bodyStart, cut, opening: around.map(({ start, end }) => content.slice(start, end)).join('') };
}

class PlaceReader implements HtmlReader {
  readonly elements: OpenElement[] = [];
  bodyStart = 0;
  /** Where the last words or pictures end. */
  saidTo = 0;
  #hidden = 0;

  open({ name, start, end, isEmpty }: OpenTag): void {
    if (HIDDEN.has(name)) this.#hidden++;
    if (name === 'body' || (name === 'html' && this.bodyStart === 0)) this.bodyStart = end;
    if (name === 'img') this.saidTo = end;
    if (!isEmpty && this.elements.length < DEEPEST) this.elements.push({ name, start, end });
  }

  close(name: string, at: number): void {
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    if (name === 'head' && this.bodyStart === 0) this.bodyStart = at + 1;
    const index = this.elements.findLastIndex((element) => element.name === name);
    if (index >= 0) this.elements.length = index;
  }

  say(text: string, _start: number, end: number): void {
    if (this.#hidden === 0 && text.trim() !== '') this.saidTo = end;
  }
}
