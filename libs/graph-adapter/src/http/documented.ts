import { DomainError } from '@app/domain';
import { unreadable } from './unreadable.js';

/**
 * Reads an answer of Graph. One whose values have other types than Graph documents cannot be read.
 * @throws DomainError `temporarily_unavailable`
 */
export function documented<Raw, Item>(what: string, read: (raw: Raw) => Item): (raw: Raw) => Item {
  return (raw) => {
    try {
      return read(raw);
    } catch (error) {
      throw error instanceof DomainError ? error : unreadable(`${what} of other types`);
    }
  };
}

/**
 * A text, undefined where there is none.
 * @throws DomainError `temporarily_unavailable` for any other type
 */
export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw unreadable(`a ${typeof value} in place of a text`);
}
