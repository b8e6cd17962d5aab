import { TOOLS } from '@app/domain';
import { parseArgs } from 'node:util';
import { readPolicy } from '../../../mcp-api/src/config/policy-config.js';
import type { Variables } from '../../../mcp-api/src/config/given.js';
import { UsageError } from '../usage-error.js';
import { type Format, FORMATS } from './formats/index.js';
import { placeOf } from './place.js';
import { planOf } from './plan.js';

export const PLAN_USAGE = `npm run -s foundry -- plan [options]
  --format <form>       text (default), json, bicep, arm (the connection's body) or azd
  --connection <name>   name of the Foundry connection; default behalf
What is enabled (TOOLSETS, READ_ONLY, DENIED_TOOLS) and who is who (ENTRA_*, PUBLIC_URL) is read from the environment or
.env, as the server reads it; what is not known yet stands as <name>.
`;

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  connection: { type: 'string', default: 'behalf' },
} as const;

/**
 * What `npm run foundry -- plan` prints.
 * @throws UsageError or ConfigError telling what to write instead
 */
export function planCommand(args: readonly string[], variables: Variables): string {
  const { format, connection } = parseArgs({ args: [...args], options: OPTIONS }).values;
  if (!isFormat(format))
    throw new UsageError(`--format is "${format}": write one of ${Object.keys(FORMATS).join(', ')}`);
  if (!/^[a-z0-9-]{1,24}$/.test(connection)) {
    throw new UsageError(`--connection is "${connection}": write at most 24 of a-z, 0-9 and -`);
  }
  return FORMATS[format](planOf(placeOf(variables), readPolicy(variables, TOOLS), TOOLS, connection));
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
