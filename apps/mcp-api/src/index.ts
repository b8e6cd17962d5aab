// The door of the package `behalf`.
export { BehalfModule } from './behalf.module.js';
export { AppConfig, ConfigError, readConfig, type ServerConfig } from '@app/config';
export type { Extension, PortAdapter } from './extension.js';
export { mergeExtensions } from './merge-extensions.js';
export { policyReport } from './policy/policy-table.js';
export { type RunningBehalf, runBehalf, startBehalf } from './start.js';
