import { DomainError } from '@app/domain';
import { checkOf, type Shape } from './shape.js';
import { unreadable } from './unreadable.js';

/**
 * Reads an answer of Graph, or an item of one. One whose values have other types than Graph documents cannot be read.
 * @throws DomainError `temporarily_unavailable`
 */
export function documented<Raw, Item, More extends readonly unknown[]>(
  what: string,
  shape: Shape,
  read: (raw: Raw, ...more: More) => Item,
): (raw: Raw, ...more: More) => Item {
  const fits = checkOf(shape);
  return (raw, ...more) => {
    if (typeof raw !== 'object' || raw === null || !fits(raw)) throw unreadable(`${what} of other types`);
    try {
      return read(raw, ...more);
    } catch (error) {
      throw error instanceof DomainError ? error : unreadable(`${what} of other types`);
    }
  };
}
