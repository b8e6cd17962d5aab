const OFF = new Set(['0', 'false', 'off']);
const KINDS = new Set(['w:checkBox', 'w:ddList']);

/** A field to fill in, of the kind that Word had first (ECMA-376 part 1, 17.16): what is chosen is in no text. */
export class FormField {
  #kind = '';
  #chosen: string | undefined;
  #default: string | undefined;
  #entries: string[] = [];

  open(name: string, value: string | undefined): void {
    if (KINDS.has(name)) {
      this.#kind = name;
      this.#chosen = this.#default = undefined;
      this.#entries = [];
    } else if (this.#kind === '') return;
    else if (name === 'w:checked' || name === 'w:result') this.#chosen = value ?? '1';
    else if (name === 'w:default') this.#default = value ?? '1';
    else if (name === 'w:listEntry') this.#entries.push(value ?? '');
  }

  /** What the field shows, when it has ended. */
  close(name: string): string {
    if (name !== this.#kind) return '';
    this.#kind = '';
    const chosen = this.#chosen ?? this.#default ?? '0';
    if (name === 'w:checkBox') return OFF.has(chosen) ? '☐' : '☒';
    return this.#entries[Number(chosen)] ?? '';
  }
}
