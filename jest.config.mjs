import { availableParallelism } from 'node:os';

/** Native ESM: jest cannot require() ESM on Node 20, so TypeScript becomes ESM through SWC (see docs/decisions). */
export default {
  testEnvironment: 'node',
  // A guard against hanging, not a measure of speed: servers start in hooks, and the machine may be busy.
  testTimeout: 30_000,
  // One more than there are cores, since suites also wait: for processes they start, and for connections to be cut.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/signing-keys.mjs',
  setupFiles: ['<rootDir>/test/support/jose-first.mjs'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@app/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
    // jwks-rsa is CommonJS and requires jose, which is ESM: jest needs it as CommonJS.
    '/node_modules/jose/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
};
