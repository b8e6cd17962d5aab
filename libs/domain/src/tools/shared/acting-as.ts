import type { Caller } from '../../call/caller.js';

/** The person a result was made for, in words: part of every write's result, so that nobody wonders whose calendar it was. */
export function actingAs(caller: Caller): string {
  return caller.displayName;
}
