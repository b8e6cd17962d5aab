import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Temporary files for contents that are too big for memory; the folder is made when the first is needed. */
export class Scratch {
  #folder: string | undefined;

  newPath(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'behalf-drive-'));
    return join(this.#folder, randomUUID());
  }

  clear(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}
