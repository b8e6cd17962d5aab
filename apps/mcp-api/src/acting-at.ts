import { UserContext } from '@app/domain';

/** An adapter that is given the person's token for its own API, whichever the tool acts at. */
export function actingAt<Adapter extends object>(adapter: Adapter, resource: string): Adapter {
  return new Proxy(adapter, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'constructor') return value;
      // Async, so that what it throws is a refusal of the operation.
      return async (...given: unknown[]): Promise<unknown> =>
        value.apply(
          target,
          given.map((one) => (one instanceof UserContext ? one.at(resource) : one)),
        ) as unknown;
    },
  });
}
