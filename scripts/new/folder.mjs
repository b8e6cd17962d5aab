import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where files are made: it never overwrites one, and collects what was done and what is left to do. */
export class Folder {
  #root;
  #planned = new Map();
  said = [];

  constructor(root) {
    this.#root = root;
  }

  has(path) {
    return existsSync(join(this.#root, path));
  }

  needs(path, command) {
    if (!this.has(path)) throw new Error(`${path} is not there. First: ${command}`);
  }

  /** @throws Error where the file is there */
  write(path, text) {
    if (this.has(path)) throw new Error(`${path} already exists.`);
    this.#planned.set(path, text);
  }

  /** Changes a file, or says that it was left as it is. */
  edit(path, change) {
    const before = this.has(path) ? readFileSync(join(this.#root, path), 'utf8') : '';
    const after = change(before);
    if (before === '' || after === before) this.say(`Name it in ${path}, which was not changed.`);
    else this.#planned.set(path, after);
  }

  say(sentence) {
    this.said.push(sentence);
  }

  /** Writes everything, once nothing is in the way of any of it. @returns the paths */
  save() {
    for (const [path, text] of this.#planned) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true });
      writeFileSync(join(this.#root, path), text);
    }
    return [...this.#planned.keys()];
  }
}
