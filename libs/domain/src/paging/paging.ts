import type { z } from 'zod';
import type { Caller } from '../call/caller.js';
import { DomainError } from '../errors/domain-error.js';
import type { CursorSeal } from './cursor-seal.js';

export interface PagedCall {
  readonly caller: Caller;
  readonly tool: string;
  /** As validated; `cursor` and `limit` may differ from page to page. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** The pages of one call: a cursor goes on for the same person, tool and arguments only. */
export class Paging {
  readonly #seal: CursorSeal;
  readonly #cursor: unknown;
  readonly #binding: readonly unknown[];

  constructor(seal: CursorSeal, { caller, tool, arguments: { cursor, limit: _, ...query } }: PagedCall) {
    this.#seal = seal;
    this.#cursor = cursor;
    this.#binding = [caller.tenantId, caller.objectId, tool, query];
  }

  /**
   * Where the previous page ended; undefined on the first.
   * @throws DomainError `invalid_arguments` when the cursor is not of this person, tool and arguments
   */
  async after<Position>(shape: z.ZodType<Position>): Promise<Position | undefined> {
    if (typeof this.#cursor !== 'string') return undefined;
    const position = shape.safeParse(await this.#seal.open(this.#cursor, this.#binding));
    if (position.success) return position.data;
    throw new DomainError('invalid_arguments', '"cursor" is not one that this tool gave for these arguments.', {
      userAction:
        'Pass the cursor of the previous page unchanged with the same other arguments, or start again without it.',
    });
  }

  /** The cursor of the page that follows; undefined after the last. */
  async cursorAt(position: unknown): Promise<string | undefined> {
    return position === undefined ? undefined : this.#seal.seal(position, this.#binding);
  }
}
