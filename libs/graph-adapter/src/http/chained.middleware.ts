import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** What the Graph client asks of a middleware that is not the last: to know its next one. */
export abstract class ChainedMiddleware {
  #next: Middleware | undefined;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  protected async next(context: Context): Promise<void> {
    if (!this.#next) throw new Error('The middleware chain ends before the request is sent.');
    await this.#next.execute(context);
  }
}
