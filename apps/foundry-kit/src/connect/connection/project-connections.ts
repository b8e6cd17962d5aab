import type { ConnectionBody } from '../../plan/connection.js';
import type { ManagementApi } from '../api/management-api.js';
import { ConnectError } from '../connect-error.js';

/** Where the connection is to be. */
export interface ProjectAddress {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly account: string;
  readonly project: string;
}

/** A connection as Resource Manager shows it: its credentials are null, its redirect URL is made by Foundry. */
export interface ExistingConnection {
  readonly properties: {
    readonly authType?: string;
    readonly target?: string;
    readonly authorizationUrl?: string;
    readonly tokenUrl?: string;
    readonly refreshUrl?: string;
    readonly scopes?: readonly string[];
    readonly redirectUrl?: string;
  };
}

const API_VERSION = '2025-06-01';

/** The connections of one Foundry project, at Azure Resource Manager. */
export class ProjectConnections {
  readonly #arm: ManagementApi;
  readonly #place: ProjectAddress;

  constructor(arm: ManagementApi, place: ProjectAddress) {
    this.#arm = arm;
    this.#place = place;
  }

  /** @throws ConnectError when there is no such project */
  async assertExists(): Promise<void> {
    const { account, project, resourceGroup } = this.#place;
    if (await this.#arm.find(this.#path())) return;
    throw new ConnectError(
      `There is no Foundry project "${project}" in account "${account}" of resource group "${resourceGroup}".\nCheck --subscription, --resource-group, --account and --project; the portal shows them on the overview page of the project.`,
    );
  }

  find(name: string): Promise<ExistingConnection | undefined> {
    return this.#arm.find(this.#path(name));
  }

  put(name: string, body: ConnectionBody): Promise<ExistingConnection> {
    return this.#arm.ask('PUT', this.#path(name), { body });
  }

  remove(name: string): Promise<unknown> {
    return this.#arm.ask('DELETE', this.#path(name));
  }

  #path(connection?: string): string {
    const { subscription, resourceGroup, account, project } = this.#place;
    const parts = [
      ['subscriptions', subscription],
      ['resourceGroups', resourceGroup],
      ['providers/Microsoft.CognitiveServices/accounts', account],
      ['projects', project],
      ...(connection === undefined ? [] : [['connections', connection]]),
    ];
    const path = parts.map(([kind, name = '']) => `/${kind}/${encodeURIComponent(name)}`).join('');
    return `${path}?api-version=${API_VERSION}`;
  }
}
