import { isIndent } from './quote-element.js';
import type { OpenTag } from './read-html.js';

/** An element that may quote. */
export interface Indent {
  /** Where it begins, or the line above it that says who wrote it. */
  readonly at: number;
  /** Where it ends; undefined where it is not closed. */
  readonly end?: number;
  readonly isBlockquote: boolean;
  /** A line above it says who wrote it. */
  readonly isAttributed: boolean;
}

/** Finds the outermost elements that may quote, while HTML is read. */
export class Indents {
  readonly #found: Indent[] = [];
  /** The one that is open, and how many elements of its name are open since. */
  #open: { readonly name: string; readonly indent: Omit<Indent, 'end'>; depth: number } | undefined;

  /** In the order of the source. */
  get found(): readonly Indent[] {
    return this.#open ? [...this.#found, this.#open.indent] : this.#found;
  }

  /** `attribution` tells where the line above begins that says who wrote it; the element's own place where there is none. */
  open({ name, attributes, start, isEmpty }: OpenTag, attribution: () => number): void {
    if (isEmpty) return;
    if (this.#open) this.#open.depth += Number(this.#open.name === name);
    else if (isIndent(name, attributes)) {
      const at = attribution();
      this.#open = { name, indent: { at, isBlockquote: name === 'blockquote', isAttributed: at < start }, depth: 1 };
    }
  }

  close(name: string, end: number): void {
    if (this.#open?.name !== name || --this.#open.depth > 0) return;
    this.#found.push({ ...this.#open.indent, end });
    this.#open = undefined;
  }
}
