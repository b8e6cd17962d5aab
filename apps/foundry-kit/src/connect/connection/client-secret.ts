import { readFile, rm, writeFile } from 'node:fs/promises';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';
import type { ChangeReport } from '../change-report.js';
import type { RegisteredApplication } from '../registrations/application.js';

export interface DesiredSecret {
  /** Names the secret in Entra, so that it is known whose it is. */
  readonly label: string;
  /** Where the person keeps it. */
  readonly file?: string;
}

/** The secret of the OAuth client for a connection that is about to be made: the kept one, or a new one. */
export async function clientSecret(
  graph: ManagementApi,
  report: ChangeReport,
  client: RegisteredApplication,
  { label, file }: DesiredSecret,
): Promise<string> {
  const kept = file === undefined ? undefined : await read(file);
  if (kept !== undefined) {
    assertBelongsTo(client, kept, file ?? '');
    report.unchanged(`Client secret is in ${file}`);
    return kept;
  }
  await removeLost(graph, report, client, label);
  const make = async () => {
    const keep = file === undefined ? undefined : await reserve(file);
    const path = `/applications/${client.id}/addPassword`;
    const body = { passwordCredential: { displayName: label } };
    const { secretText } = await graph.ask<{ readonly secretText: string }>('POST', path, { body, isNew: true });
    await keep?.(secretText);
    return secretText;
  };
  const where =
    file === undefined ? 'given to the connection and to nobody else' : `given to the connection and ${file}`;
  return report.change(`Client secret "${label}" is made, ${where}`, make, '<client-secret>');
}

/** A run that was cut left a secret that no connection holds and nobody knows. */
async function removeLost(
  graph: ManagementApi,
  report: ChangeReport,
  client: RegisteredApplication,
  label: string,
): Promise<void> {
  for (const { keyId } of client.passwordCredentials.filter(({ displayName }) => displayName === label)) {
    const remove = () => graph.ask('POST', `/applications/${client.id}/removePassword`, { body: { keyId } });
    await report.change(`Client secret "${label}" that no connection holds is removed`, remove, undefined);
  }
}

function assertBelongsTo(client: RegisteredApplication, secret: string, file: string): void {
  const isKnown = client.passwordCredentials.some(({ hint }) => hint !== null && secret.startsWith(hint));
  if (isKnown) return;
  throw new ConnectError(
    `The secret in ${file} is none of "${client.displayName}".\nName the right file with --secret-file, or one that is not there yet to have a secret made.`,
  );
}

/** Opened before there is a secret to keep, and never over a file that is there. */
async function reserve(file: string): Promise<(secret: string) => Promise<void>> {
  try {
    await writeFile(file, '', { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ConnectError(
      `${file} cannot be made (${code}).\nName a file that is not there, in a folder that is: --secret-file.`,
      {
        cause,
      },
    );
  }
  return (secret) => writeFile(file, `${secret}\n`);
}

/** An empty one was reserved by a run that was cut. */
async function read(file: string): Promise<string | undefined> {
  try {
    const kept = (await readFile(file, 'utf8')).trim();
    if (kept === '') await rm(file);
    return kept || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConnectError(`${file} cannot be read.\nMake it readable, or name another with --secret-file.`, {
      cause: error,
    });
  }
}
