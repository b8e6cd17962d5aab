import { UsageError } from './usage-error.js';

/** @throws UsageError for what Foundry takes for no name of a connection */
export function checkConnectionName(name: string): string {
  if (/^[a-z0-9][a-z0-9-]{2,23}$/.test(name)) return name;
  throw new UsageError(`--connection is "${name}": write 3 to 24 of a-z, 0-9 and -, a letter or digit first`);
}
