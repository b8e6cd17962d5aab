/** Ends a reader whose text has reached the limit. */
export class Full extends Error {
  override readonly name = 'Full';
}

/** One empty line at most is between two lines. */
const MOST_BREAKS = 2;

interface Block {
  text: string;
  /** Line breaks that come before the next words. */
  breaks: number;
}

/** The text of a document as it grows. It is never longer than the limit, and neither is anything that is put together for it. */
export class TextOut {
  readonly #most: number;
  readonly #blocks: Block[] = [{ text: '', breaks: 0 }];
  readonly #notes = new Set<string>();
  #length = 0;
  #hasWords = false;
  #truncated = false;
  #isVerbatim = false;

  /** @param most characters */
  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Full when the limit is reached; what fits is kept */
  write(words: string): void {
    if (words === '') return;
    const block = this.#last();
    this.#append(block.text === '' ? '' : '\n'.repeat(block.breaks));
    block.breaks = 0;
    this.#append(words);
    this.#hasWords ||= words.trim() !== '';
  }

  /** Text that is its own document: what is read can be written back, white space at its end and all. */
  verbatim(text: string): void {
    this.#isVerbatim = true;
    this.write(text);
  }

  /** A heading of ours, on a line of its own: a document of headings alone has no words. */
  heading(words: string): void {
    const had = this.#hasWords;
    this.line(MOST_BREAKS);
    this.write(words);
    this.#hasWords = had;
    this.line();
  }

  /** What comes next begins a new line, after an empty one when that many breaks have come together. */
  line(breaks = 1): void {
    const block = this.#last();
    block.breaks = Math.min(MOST_BREAKS, Math.max(block.breaks, breaks));
  }

  /** A paragraph ends; empty ones are an empty line. */
  endParagraph(): void {
    const block = this.#last();
    block.breaks = Math.min(MOST_BREAKS, block.breaks + 1);
  }

  /** What is written until `close` is kept apart. */
  open(): void {
    this.#blocks.push({ text: '', breaks: 0 });
  }

  close(): string {
    const { text } = this.#blocks.pop() ?? { text: '' };
    this.#length -= text.length;
    return text;
  }

  note(sentence: string): void {
    this.#notes.add(sentence);
  }

  /** More follows that is not read. */
  cut(): void {
    this.#truncated = true;
  }

  get hasWords(): boolean {
    return this.#hasWords;
  }

  get result() {
    const written = this.#blocks.map((block) => block.text).join('\n');
    const text = this.#isVerbatim ? written : written.trimEnd();
    return { text, truncated: this.#truncated, notes: this.#notes.size > 0 ? [...this.#notes] : undefined };
  }

  #append(text: string): void {
    const room = this.#most - this.#length;
    const fitting = text.length > room ? text.slice(0, room) : text;
    this.#last().text += fitting;
    this.#length += fitting.length;
    if (fitting.length === text.length) return;
    this.#truncated = true;
    throw new Full();
  }

  #last(): Block {
    const block = this.#blocks.at(-1);
    if (block === undefined) throw new Error('More was closed than opened.');
    return block;
  }
}
