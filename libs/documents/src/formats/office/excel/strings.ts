import type { OfficePackage } from '../package.js';

/** The texts that cells name by their number. */
export function sharedStrings(parts: OfficePackage, path: string | undefined): readonly string[] {
  const strings: string[] = [];
  const item = new RichText();
  if (path !== undefined) {
    parts.read(path, 's', {
      open: (name) => {
        if (name === 's:si') item.clear();
        return item.open(name);
      },
      close: (name) => {
        item.close(name);
        if (name === 's:si') strings.push(item.text);
      },
      text: (text) => item.take(text),
    });
  }
  return strings;
}

/** A text in runs (ECMA-376 part 1, 18.4.8); how it is pronounced (`rPh`) is no part of it. */
export class RichText {
  #text = '';
  #isWords = false;

  get text(): string {
    return unescaped(this.#text);
  }

  clear(): void {
    this.#text = '';
  }

  open(name: string): boolean {
    if (name === 's:t') this.#isWords = true;
    return name !== 's:rPh';
  }

  close(name: string): void {
    if (name === 's:t') this.#isWords = false;
  }

  take(text: string): void {
    if (this.#isWords) this.#text += text;
  }
}

/** `_x000D_` is a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
