import { randomUUID } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { GraphError } from '../../errors.js';
import { noSuchItem } from '../drive-errors.js';

const PATH = '/_api/v2.0/monitor';

/** What has become of a copy: the item that it made, or why there is none. */
export type CopyResult = { readonly itemId: string } | { readonly error: GraphError };

/** Copies that were asked for, and addresses, without a token, that tell what became of them. */
export class CopyJobs {
  readonly #done = new Map<string, CopyResult>();

  /** The address that tells about it. */
  add(origin: string, result: CopyResult): string {
    const id = randomUUID();
    this.#done.set(id, result);
    return `${origin}${PATH}/${id}`;
  }

  mount(router: Router): void {
    router.get(`${PATH}/:job`, (request, response) => this.#answer(request, response));
  }

  reset(): void {
    this.#done.clear();
  }

  #answer(request: Request, response: Response): void {
    const result = this.#done.get(String(request.params['job']));
    if (!result) throw noSuchItem();
    if ('itemId' in result) {
      response.json({ percentageComplete: 100, resourceId: result.itemId, status: 'completed' });
      return;
    }
    const { code, message } = result.error;
    response.json({ percentageComplete: 0, status: 'failed', error: { code, message } });
  }
}
