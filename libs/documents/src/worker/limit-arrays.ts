/**
 * From now on, in this thread, a larger array of bytes is a RangeError. The limits of a thread count its heap alone, and
 * the bytes of arrays lie outside of it. What unpacks without arrays that are counted is taken away: `pdf.js` then does
 * it by itself.
 */
export function limitArrays(mostBytes: number): void {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, given: readonly unknown[], newTarget): object {
      const [length] = given;
      if (typeof length === 'number' && length > mostBytes) throw new RangeError('The array is too large.');
      return Reflect.construct(target, given, newTarget) as object;
    },
  });
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
}
