import { type CallLimits, DomainError } from '@app/domain';
import type { Control, ControlledCall, Operation } from './control.js';
import { waitWithin } from './wait-within.js';

/** A port and the control of it. */
export interface Controlled<Port> {
  /** The adapter as it was, but for what `control` says. */
  readonly port: Port;
  readonly control: Control<Port>;
}

/** Puts an adapter, usually a fake, under control, so that a test sees what tools do when it fails, waits or throttles. */
export function controlled<Port extends object>(adapter: Port): Controlled<Port> {
  const control = new OperationControl<Port>();
  const port = new Proxy(adapter, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name === 'symbol' || name === 'constructor') return value;
      return (...given: unknown[]) =>
        control.run({ operation: name as Operation<Port>, given }, () => value.apply(target, given) as unknown);
    },
  });
  return { port, control };
}

interface Behaviour {
  readonly refusal?: { readonly error: DomainError; readonly times: number };
  readonly milliseconds?: number;
  readonly held?: { readonly until: Promise<void>; readonly release: () => void };
}

class OperationControl<Port> implements Control<Port> {
  readonly #behaviours = new Map<string, Behaviour>();
  #calls: readonly ControlledCall<Port>[] = [];

  get calls(): readonly ControlledCall<Port>[] {
    return this.#calls;
  }

  refuse(operation: Operation<Port>, error: DomainError, times = Infinity): void {
    this.#change(operation, { refusal: { error, times } });
  }

  throttle(operation: Operation<Port>, retryAfter: number, times?: number): void {
    const userAction = `Try again in ${retryAfter} seconds.`;
    this.refuse(operation, new DomainError('throttled', 'Too many requests.', { retryAfter, userAction }), times);
  }

  delay(operation: Operation<Port>, milliseconds: number): void {
    this.#change(operation, { milliseconds });
  }

  hold(operation: Operation<Port>): () => void {
    const { promise, resolve } = withResolver();
    this.#change(operation, { held: { until: promise, release: resolve } });
    return () => {
      this.#change(operation, { held: undefined });
      resolve();
    };
  }

  clear(operation?: Operation<Port>): void {
    const names = operation === undefined ? [...this.#behaviours.keys()] : [operation];
    for (const name of names) {
      this.#behaviours.get(name)?.held?.release();
      this.#behaviours.delete(name);
    }
    if (operation === undefined) this.#calls = [];
  }

  /** Calls it at once where nothing was said of the operation, so that what is not a promise stays so. */
  run(call: ControlledCall<Port>, invoke: () => unknown): unknown {
    this.#calls = [...this.#calls, call];
    const behaviour = this.#behaviours.get(call.operation);
    if (!behaviour) return invoke();
    return this.#after(call, behaviour).then(invoke);
  }

  async #after({ operation, given }: ControlledCall<Port>, { refusal, held, milliseconds }: Behaviour): Promise<void> {
    const limits = limitsOf(given);
    if (held) await waitWithin(limits, held.until);
    if (milliseconds !== undefined) await waitWithin(limits, milliseconds);
    if (!refusal) return;
    const times = refusal.times - 1;
    this.#change(operation, { refusal: times > 0 ? { ...refusal, times } : undefined });
    throw refusal.error;
  }

  #change(operation: string, change: Behaviour): void {
    this.#behaviours.set(operation, { ...this.#behaviours.get(operation), ...change });
  }
}

/** Those of the call: adapters get them in a `UserContext`, token providers in their request, `documents` by themselves. */
function limitsOf(given: readonly unknown[]): Partial<CallLimits> {
  for (const one of given) {
    if (typeof one !== 'object' || one === null) continue;
    if ('limits' in one) return one.limits as CallLimits;
    if ('signal' in one) return one as CallLimits;
  }
  return {};
}

function withResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
