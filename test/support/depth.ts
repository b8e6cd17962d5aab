/** True in `npm run test:deep`, which tries every combination; `npm test` tries each kind at every place. */
export const DEEP = process.env['TEST_DEPTH'] === 'deep';

const SEED = 20_261_124;

/**
 * How often a property is tried (https://fast-check.dev/docs/core-blocks/runners/): as often as is said, with new cases each
 * time, in `npm run test:deep`; a third as often, always with the same cases, in `npm test`.
 */
export function tries(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  return DEEP ? { numRuns } : { numRuns: Math.ceil(numRuns / 3), seed: SEED };
}
