import { serviceReference } from '../../plan/applications.js';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';
import type { ChangeReport } from '../change-report.js';
import { notYet, type RegisteredApplication } from './application.js';

export interface Wanted {
  readonly displayName: string;
  /** The key that Graph keeps for whoever makes applications by program: the same one is found again. */
  readonly uniqueName: string;
  /** Where the environment names one. */
  readonly appId?: string;
  /** The variable that names one. */
  readonly variable: string;
  /** For one that is made. */
  readonly serviceManagementReference?: string;
}

/** The app registration that the environment names, or that this kit made, or a new one. */
export async function findOrCreate(
  graph: ManagementApi,
  report: ChangeReport,
  wanted: Wanted,
): Promise<RegisteredApplication> {
  const { appId, uniqueName, displayName } = wanted;
  const found = await (appId === undefined
    ? graph.find<RegisteredApplication>(`/applications(uniqueName='${uniqueName}')`)
    : named(graph, wanted, appId));
  if (found) {
    report.unchanged(`App registration "${found.displayName}" is there (${found.appId})`);
    return found;
  }
  await assertNameFree(graph, wanted);
  const make = () =>
    graph.ask<RegisteredApplication>('PATCH', `/applications(uniqueName='${uniqueName}')`, {
      headers: { prefer: 'create-if-missing' },
      body: { displayName, signInAudience: 'AzureADMyOrg', ...serviceReference(wanted) },
    });
  return report.change(
    `App registration "${displayName}" is made`,
    make,
    notYet(`<${uniqueName}-client-id>`, displayName),
  );
}

async function named(graph: ManagementApi, { variable }: Wanted, appId: string): Promise<RegisteredApplication> {
  const found = await graph.find<RegisteredApplication>(`/applications(appId='${appId}')`);
  if (found) return found;
  throw new ConnectError(
    `${variable} names ${appId}, and the tenant has no such app registration.\nCorrect it, or unset it to have one made.`,
  );
}

/** Names are not unique in Entra: a second application of the same one would be found by nobody. */
async function assertNameFree(graph: ManagementApi, { displayName, variable }: Wanted): Promise<void> {
  const filter = encodeURIComponent(`displayName eq '${displayName.replaceAll("'", "''")}'`);
  const { value } = await graph.ask<{ readonly value: readonly RegisteredApplication[] }>(
    'GET',
    `/applications?$filter=${filter}`,
  );
  const [other] = value;
  if (!other) return;
  throw new ConnectError(
    `The tenant has an app registration "${displayName}" (${other.appId}) that this kit did not make.\nTo use it, set ${variable}=${other.appId}; to have another beside it, choose a name: --name <name>.`,
  );
}
