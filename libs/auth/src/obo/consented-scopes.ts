import { broadestScopes, isGranted, type ToolCatalog, type UserTokenRequest } from '@app/domain';
import { LRUCache } from 'lru-cache';
import { rowOf } from './classify.js';
import { EntraError } from './entra-error.js';

interface Wanted {
  /** What the tool declares. */
  readonly named: readonly string[];
  /** Scopes that imply those; undefined where they are the same. */
  readonly broader?: readonly string[];
}

/**
 * Exchanges for what was consented to: links ask people for the broadest scopes only, and Entra then refuses the ones that
 * these imply. The named ones come first, so that a token can do no more than its tool where they were consented to.
 */
export class ConsentedScopes {
  /** Inbound tokens, by hash, whose person consented to the broader ones. */
  readonly #broadly: LRUCache<string, true>;

  constructor(max: number) {
    this.#broadly = new LRUCache({ max });
  }

  /** @throws EntraError of the first attempt where neither was consented to */
  async exchange<Result>(
    inbound: string,
    { named, broader }: Wanted,
    exchange: (scopes: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    if (broader === undefined) return exchange(named);
    const [first, second] = this.#broadly.has(inbound) ? [broader, named] : [named, broader];
    try {
      return await exchange(first);
    } catch (error) {
      if (!isMissingConsent(error)) throw error;
      const result = await exchange(second).catch(() => Promise.reject(error as Error));
      if (second === broader) this.#broadly.set(inbound, true);
      else this.#broadly.delete(inbound);
      return result;
    }
  }
}

function isMissingConsent(error: unknown): boolean {
  return error instanceof EntraError && rowOf(error.answer).link === 'consent';
}

/** Of the scopes of the caller's token that this server asks for, those that imply what is asked for; undefined for the same. */
export function broaderScopes(
  catalog: ToolCatalog,
  { caller, scopes, resource }: UserTokenRequest,
): readonly string[] | undefined {
  const held = broadestScopes(catalog.scopesOf(caller).filter((one) => catalog.resourceOf(one) === resource));
  const wanted = [...new Set(scopes.map((scope) => held.find((one) => isGranted([one], scope)) ?? scope))].sort();
  return wanted.join(' ') === [...new Set(scopes)].sort().join(' ') ? undefined : wanted;
}
