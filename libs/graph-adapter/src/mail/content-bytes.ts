const KEY = '"contentBytes"';

/**
 * The bytes in the `contentBytes` of an attached file's JSON, taken out as it arrives: the base64 is never held whole. A
 * quotation mark within a text is escaped, so the name of the field is found nowhere else. Undefined without such a text,
 * `too big` for more than is wanted, of which the rest is not read.
 */
export async function contentBytes(
  json: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | 'too big' | undefined> {
  const reader = new ContentReader(maxBytes);
  for await (const chunk of json) {
    if (!reader.take(Buffer.from(chunk).toString('latin1'))) break;
  }
  return reader.content;
}

class ContentReader {
  readonly #maxBytes: number;
  readonly #parts: Buffer[] = [];
  #length = 0;
  #state: 'before' | 'colon' | 'value' | 'end' | 'no text' | 'too big' = 'before';
  /** What was not used yet: the end of the text before the field, or base64 of less than three bytes. */
  #rest = '';

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get content(): Uint8Array | 'too big' | undefined {
    if (this.#state === 'too big') return this.#state;
    return this.#state === 'end' ? Buffer.concat(this.#parts, this.#length) : undefined;
  }

  /** False when no more is needed. */
  take(chunk: string): boolean {
    let text = this.#rest + chunk;
    this.#rest = '';
    if (this.#state === 'before') text = this.#find(text);
    if (this.#state === 'colon') text = this.#open(text);
    if (this.#state === 'value') this.#decode(text);
    return ['before', 'colon', 'value'].includes(this.#state);
  }

  #find(text: string): string {
    const at = text.indexOf(KEY);
    if (at === -1) {
      this.#rest = text.slice(1 - KEY.length);
      return '';
    }
    this.#state = 'colon';
    return text.slice(at + KEY.length);
  }

  /** `null`, or nothing but white space and a colon so far. */
  #open(text: string): string {
    const value = text.trimStart().replace(/^:/, '').trimStart();
    if (value.startsWith('"')) this.#state = 'value';
    else if (value === '') this.#rest = text;
    else this.#state = 'no text';
    return value.slice(1);
  }

  #decode(text: string): void {
    const end = text.indexOf('"');
    const base64 = (end === -1 ? text : text.slice(0, end)).replaceAll('\\', '');
    const whole = end === -1 ? base64.length - (base64.length % 4) : base64.length;
    const part = Buffer.from(base64.slice(0, whole), 'base64');
    this.#rest = base64.slice(whole);
    this.#length += part.length;
    if (this.#length <= this.#maxBytes) this.#parts.push(part);
    else this.#state = 'too big';
    if (end !== -1 && this.#state === 'value') this.#state = 'end';
  }
}
