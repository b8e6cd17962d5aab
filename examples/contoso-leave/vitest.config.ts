import { defineConfig } from 'vitest/config';

// The contract suites of `behalf/testing` use the global `describe`, `it` and `expect`.
export default defineConfig({ test: { globals: true, testTimeout: 30_000 } });
