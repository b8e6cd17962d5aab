import { availableParallelism } from 'node:os';

const deep = process.env['TEST_DEPTH'] === 'deep';

/** Suites run in Node itself, with its own module loader: see docs/decisions/011-tests-in-plain-node.md. */
export default {
  testRunner: '<rootDir>/test/support/run-suite.mjs',
  // TypeScript is taught to Node by scripts/test.mjs, not to jest.
  transform: {},
  // A guard against hanging, not a measure of speed: servers start in hooks, and the machine may be busy.
  testTimeout: 120_000,
  // One more than there are cores, since suites also wait: for processes they start, and for connections to be cut.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/before-all.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  // The local tenant's own suites, and what is large, run in `npm run test:deep`.
  testPathIgnorePatterns: ['/node_modules/', ...(deep ? [] : ['<rootDir>/test/local-tenant/', '\\.deep\\.spec\\.ts$'])],
};
