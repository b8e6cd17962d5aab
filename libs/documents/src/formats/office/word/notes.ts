import type { Attributes } from '../xml.js';

interface Kind {
  readonly note: string;
  readonly prefix: string;
}

/** By the element that refers to a note. Each kind is counted for itself. */
const KINDS: Readonly<Record<string, Kind>> = {
  'w:footnoteReference': { note: 'w:footnote', prefix: '' },
  'w:endnoteReference': { note: 'w:endnote', prefix: 'e' },
};

/** Marks the places of notes (ECMA-376 part 1, 17.11) as `[^1]`, for endnotes `[^e1]`, and each note with its own mark. */
export class Notes {
  /** By the name of the note's element and its id. */
  readonly #marks = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** What stands in the text where a note is referred to; '' where a note itself was opened. */
  reference = '';
  /** What comes before the first words of the note that was opened. */
  #beginning = '';

  /** Whether the element refers to a note, or is one that the text refers to. */
  open(name: string, { 'w:id': id = '' }: Attributes): boolean {
    const kind = KINDS[name];
    const key = `${kind?.note ?? name} ${id}`;
    const mark = this.#marks.get(key) ?? (kind && this.#next(kind));
    if (mark === undefined) return false;
    this.#marks.set(key, mark);
    this.reference = kind ? mark : '';
    if (!kind) this.#beginning = `${mark}: `;
    return true;
  }

  /** Words with the mark before them where they are the first of a note. */
  begun(words: string): string {
    const first = this.#beginning === '' ? words : words.trimStart();
    if (this.#beginning === '' || first === '') return first;
    const begun = this.#beginning + first;
    this.#beginning = '';
    return begun;
  }

  #next({ note, prefix }: Kind): string {
    const count = (this.#counts.get(note) ?? 0) + 1;
    this.#counts.set(note, count);
    return `[^${prefix}${count}]`;
  }
}
