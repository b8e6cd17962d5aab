import { execFile } from 'node:child_process';
import { ConnectError } from '../connect-error.js';
import type { TokenSource } from './token-source.js';

/** Runs the Azure CLI and gives what it writes; rejects as `execFile` does. */
export type AzureCli = (args: readonly string[]) => Promise<string>;

/** `az` as it is installed. */
export const installedCli: AzureCli = (args) =>
  new Promise((resolve, reject) => {
    // On Windows `az` is a command file, which only a shell starts.
    execFile('az', [...args], { shell: process.platform === 'win32' }, (error, stdout, stderr) =>
      error ? reject(Object.assign(error, { stderr })) : resolve(stdout),
    );
  });

/** Tokens of whoever is signed in to the Azure CLI. */
export function cliTokens(cli: AzureCli, tenantId?: string): TokenSource {
  const tenant = tenantId === undefined ? [] : ['--tenant', tenantId];
  return async (resource) => {
    const args = ['account', 'get-access-token', '--resource', resource, '--output', 'json', ...tenant];
    const { accessToken } = JSON.parse(await cli(args).catch(explain)) as { readonly accessToken?: string };
    if (accessToken !== undefined) return accessToken;
    throw new ConnectError(`The Azure CLI gave no token for ${resource}. Run: az login`);
  };
}

/** What `az` wrote is told: it never holds a token when it fails. */
function explain(error: unknown): never {
  const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string };
  if (code === 'ENOENT')
    throw new ConnectError(
      'The Azure CLI is not installed. Install it (https://aka.ms/azure-cli) or use --device-code.',
      {
        cause: error,
      },
    );
  throw new ConnectError(`The Azure CLI gave no token. Run: az login\n${stderr.trim()}`, { cause: error });
}
