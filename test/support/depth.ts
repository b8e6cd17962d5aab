/** True in `npm run test:deep`, which tries every combination; `npm test` tries each kind at every place. */
export const DEEP = process.env['TEST_DEPTH'] === 'deep';

/**
 * How often a property is tried (https://fast-check.dev/docs/core-blocks/runners/): as often as is said in
 * `npm run test:deep`, a sixth as often in `npm test`. Which cases are drawn, `run-suite.mjs` says.
 */
export function tries(numRuns: number): { readonly numRuns: number } {
  return { numRuns: DEEP ? numRuns : Math.ceil(numRuns / 6) };
}

/** Of a table, all in `npm run test:deep`; in `npm test` each n-th, from the first on. */
export function oneIn<Row>(n: number, rows: readonly Row[]): readonly Row[] {
  return DEEP ? rows : rows.filter((_, index) => index % n === 0);
}
