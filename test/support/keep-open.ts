/** What tests open and must not leave behind: a server, a tenant, a folder. */
export interface Closable {
  close(): unknown;
}

/** Takes what is open or being opened, and gives it back once it is. */
export type Keep = <Thing extends Closable>(opening: Thing | Promise<Thing>) => Promise<Thing>;

/** What was opened so far, so that all of it is closed whatever happens on the way. */
export class KeptOpen {
  readonly #openings: Promise<Closable | undefined>[] = [];

  readonly keep: Keep = (opening) => {
    const opened = Promise.resolve(opening);
    this.#openings.push(opened.catch(() => undefined));
    return opened;
  };

  /** Closes the last one first, and each of them although another cannot be closed. */
  async close(): Promise<void> {
    const problems: unknown[] = [];
    for (const opening of this.#openings.splice(0).reverse()) {
      try {
        const opened = await opening;
        await opened?.close();
      } catch (error) {
        problems.push(error);
      }
    }
    if (problems.length > 0) throw new AggregateError(problems, `Could not close: ${problems.map(String).join('; ')}`);
  }
}

/**
 * For a suite, where it would write `afterAll` or `afterEach`: what its set-up keeps is closed after its tests. When the
 * set-up fails, what was opened until then is closed too, so that the reason is printed and the run ends.
 */
export function keptOpen(after = afterAll): Keep {
  const kept = new KeptOpen();
  after(() => kept.close());
  return kept.keep;
}

/** For what is opened from several parts: they are closed together, or at once when one of them cannot be opened. */
export async function openTogether<Whole>(open: (keep: Keep) => Promise<Whole>): Promise<Whole & Closable> {
  const kept = new KeptOpen();
  try {
    return Object.assign((await open(kept.keep)) as Whole & object, { close: () => kept.close() });
  } catch (error) {
    await kept.close();
    throw error;
  }
}
