import fc from 'fast-check';
import { PEOPLE, type Person } from '../directory.js';

/** A thing somebody has, or nobody. */
export interface Reference {
  readonly kind: 'own' | 'invitation' | 'draft' | 'foreign' | 'missing' | 'malformed';
  readonly owner: Person;
  readonly index: number;
}

export interface WithZone {
  /** Absent: the zone of the mailbox. */
  readonly timeZone?: string;
}

/** The members are asked for more often than the guest, the one without consent and the other tenant. */
export const person = fc.constantFrom<Person>(...PEOPLE, 'anna', 'ben', 'chitra', 'dylan');

export const timeZone = optional(fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Eastern Standard Time'));

export const text = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .filter((value) => value.trim() === value);

export function reference(...kinds: readonly Reference['kind'][]): fc.Arbitrary<Reference> {
  return fc.record({ kind: fc.constantFrom(...kinds), owner: person, index: fc.nat(200) });
}

export function optional<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
