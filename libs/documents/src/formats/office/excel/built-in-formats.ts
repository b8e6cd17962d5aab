const DATE = 'yyyy-mm-dd';
const TIME = 'h:mm:ss';

function all(code: string, ids: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.map((id) => [String(id), code]));
}

/**
 * Number formats that files name only by their number (ECMA-376 part 1, 18.8.30), those of East Asia and Thailand too. How a
 * date is written depends on the language of the reader, so only its kind is told.
 */
export const BUILT_IN: Readonly<Record<string, string>> = {
  ...all('0%', [9, 10]),
  ...all(DATE, [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74, 81]),
  ...all(TIME, [18, 19, 20, 21, 32, 33, 45, 75, 76, 78]),
  ...all(`${DATE} ${TIME}`, [22, 34, 35, 55, 56, 77]),
  ...all('[h]:mm:ss', [46, 79]),
  ...all('mm:ss.0', [47, 80]),
};
