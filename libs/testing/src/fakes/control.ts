import type { DomainError } from '@app/domain';

/** The names of a port's operations: its methods that answer later. */
export type Operation<Port> = {
  [Name in keyof Port]: Port[Name] extends (...given: never[]) => Promise<unknown> ? Name : never;
}[keyof Port] &
  string;

/** One call of an operation, with its arguments. */
export interface ControlledCall<Port> {
  readonly operation: Operation<Port>;
  readonly given: readonly unknown[];
}

/** How a fake is made to fail or to be slow: by operation, until it is cleared. */
export interface Control<Port> {
  /** The operation ends with this error, before anything was done. `times`: for so many calls; default: for all. */
  refuse(operation: Operation<Port>, error: DomainError, times?: number): void;
  /** The operation ends with `throttled`, and `retryAfter` seconds to wait. */
  throttle(operation: Operation<Port>, retryAfter: number, times?: number): void;
  /** The operation takes so many milliseconds; a call that is cancelled or whose deadline passes ends as in an adapter. */
  delay(operation: Operation<Port>, milliseconds: number): void;
  /** The operation waits until the function that is returned is called; cancelled calls and deadlines as for `delay`. */
  hold(operation: Operation<Port>): () => void;
  /** Every call since the start or the last `clear()`, the refused ones too. */
  readonly calls: readonly ControlledCall<Port>[];
  /** Ends what was said of the operation; without one, of all operations, and forgets the calls. */
  clear(operation?: Operation<Port>): void;
}
