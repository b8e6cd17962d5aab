import type { Declarations } from '@app/domain';
import { parseArgs } from 'node:util';
import { readPolicy, type Variables } from '@app/config';
import { checkConnectionName } from '../connection-name.js';
import { UsageError } from '../usage-error.js';
import { type Format, FORMATS } from './formats/index.js';
import { type ClientName, CLIENTS, clientText } from './clients.js';
import { toDeployment } from './deployment.js';
import { planOf } from './plan.js';

export const PLAN_USAGE = `npm run -s foundry -- plan [options]
  --format <form>       text (default), json, bicep, tool (of the agent), agent, toolbox (its version's body), arm (the
                        connection's body) or azd
  --client <name>       in place of a format: a host that signs in without Foundry, as vscode or claude (docs/clients.md)
  --connection <name>   name of the Foundry connection; default behalf
  --model <name>        of the model deployment, for the agent
  --service-management-reference <id>   for app registrations, where the tenant demands one
What is enabled (TOOLSETS, READ_ONLY, DENIED_TOOLS) and who is who (ENTRA_*, PUBLIC_URL) is read from the environment or
.env, as the server reads it; what is not known yet stands as <name>.
`;

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  connection: { type: 'string', default: 'behalf' },
  model: { type: 'string' },
  client: { type: 'string' },
  'service-management-reference': { type: 'string' },
} as const;

/**
 * What `npm run foundry -- plan` prints.
 * @throws UsageError or ConfigError telling what to write instead
 */
export function planCommand(args: readonly string[], variables: Variables, declared: Declarations = {}): string {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { format, connection, model, client } = values;
  if (!isFormat(format))
    throw new UsageError(`--format is "${format}": write one of ${Object.keys(FORMATS).join(', ')}`);
  const name = checkConnectionName(connection);
  const serviceManagementReference = values['service-management-reference'];
  const deployment = { ...toDeployment(variables), serviceManagementReference };
  const plan = planOf(deployment, readPolicy(variables, declared), declared, name, model);
  return client === undefined ? FORMATS[format](plan) : clientText(checkClient(client), plan);
}

function checkClient(name: string): ClientName {
  if (Object.hasOwn(CLIENTS, name)) return name as ClientName;
  throw new UsageError(`--client is "${name}": write one of ${Object.keys(CLIENTS).join(', ')}`);
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
