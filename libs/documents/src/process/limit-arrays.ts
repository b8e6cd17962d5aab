/**
 * From now on, in this process, a larger array of bytes is a RangeError: the limit of a heap does not count the bytes of
 * arrays, and one array can be asked for at once. What unpacks without arrays that are counted is taken away: `pdf.js` then
 * does it by itself.
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
