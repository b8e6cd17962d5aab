/** True in `npm run test:deep`, which tries every combination; `npm test` tries each kind at every place. */
export const DEEP = process.env['TEST_DEPTH'] === 'deep';
