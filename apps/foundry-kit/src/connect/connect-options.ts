import { parseArgs } from 'node:util';
import { checkConnectionName } from '../connection-name.js';
import { UsageError } from '../usage-error.js';
import type { ProjectAddress } from './connection/project-connections.js';

export const CONNECT_USAGE = `npm run -s foundry -- connect [options]
  --subscription <id> --resource-group <name> --account <name> --project <name>   the Foundry project
  --connection <name>        default behalf
  --format toolbox           make a toolbox of the project too, named as the connection, or a new version of it
  --registrations-only       stop after the app registrations; no project is needed
  --name <name>              of the registrations where a tenant has several; default behalf
  --dry-run                  tell what would be done, and do nothing
  --replace                  delete a connection that differs from the plan, and make it anew
  --secret-file <file>       keep the client secret there (mode 0600), and take it from there on another run
  --admin-consent            consent for the organisation at Microsoft Graph too
  --managed-identity <id>    object id of the identity that Behalf runs as: its federated credential too
  --service-management-reference <id>   of app registrations that are made, where the tenant demands one
  --device-code              sign in with a code instead of the Azure CLI (--client-id <id>: with your own client)
  --local                    the tenant that npm start runs, whose own connection is behalf: give --connection another name
Does what plan says: both app registrations, the secret, the connection, its redirect URI. What is done stays done: after
a failure run it again. A run that finds everything changes nothing. The environment is the server's, as for plan.
`;

const OPTIONS = {
  subscription: { type: 'string' },
  'resource-group': { type: 'string' },
  account: { type: 'string' },
  project: { type: 'string' },
  connection: { type: 'string', default: 'behalf' },
  format: { type: 'string' },
  name: { type: 'string', default: 'behalf' },
  'registrations-only': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  'secret-file': { type: 'string' },
  'admin-consent': { type: 'boolean', default: false },
  'managed-identity': { type: 'string' },
  'service-management-reference': { type: 'string' },
  'device-code': { type: 'boolean', default: false },
  'client-id': { type: 'string' },
  local: { type: 'boolean', default: false },
} as const;

export interface ConnectOptions {
  /** Absent: registrations only. */
  readonly project?: ProjectAddress;
  readonly connection: string;
  /** Whether the project gets a toolbox too. */
  readonly toolbox: boolean;
  readonly name: string;
  readonly dryRun: boolean;
  readonly replace: boolean;
  readonly secretFile?: string;
  readonly adminConsent: boolean;
  readonly managedIdentity?: string;
  readonly serviceManagementReference?: string;
  readonly deviceCode: boolean;
  readonly clientId?: string;
  readonly local: boolean;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** The project that the local Foundry has; its subscription and group are any. */
const LOCAL_PLACE = { subscription: 'local', 'resource-group': 'local', account: 'local', project: 'local' };

/** @throws UsageError telling what to write instead */
export function connectOptions(args: readonly string[]): ConnectOptions {
  const values = parse(args);
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(values.name))
    throw new UsageError(`--name is "${values.name}": write at most 40 of a-z, 0-9 and -, a letter first`);
  return {
    project: values['registrations-only'] ? undefined : projectOf(values),
    connection: checkConnectionName(values.connection),
    toolbox: isToolbox(values.format),
    name: values.name,
    dryRun: values['dry-run'],
    replace: values.replace,
    secretFile: values['secret-file'],
    adminConsent: values['admin-consent'],
    managedIdentity: values['managed-identity'],
    serviceManagementReference: values['service-management-reference'],
    deviceCode: values['device-code'],
    clientId: values['client-id'],
    local: values.local,
  };
}

function isToolbox(format: string | undefined): boolean {
  if (format === undefined || format === 'toolbox') return format !== undefined;
  throw new UsageError(`--format is "${format}": write toolbox, or leave it out`);
}

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n\n${CONNECT_USAGE}`, { cause });
  }
}

function projectOf(values: Values): ProjectAddress {
  const {
    subscription,
    'resource-group': resourceGroup,
    account,
    project,
  } = { ...(values.local ? LOCAL_PLACE : {}), ...values };
  if (subscription && resourceGroup && account && project) return { subscription, resourceGroup, account, project };
  const names = ['subscription', 'resource-group', 'account', 'project'] as const;
  const missing = names.filter((name) => !values[name]).map((name) => `--${name}`);
  throw new UsageError(
    `${missing.join(', ')} missing: name the Foundry project, or write --registrations-only.\n\n${CONNECT_USAGE}`,
  );
}
