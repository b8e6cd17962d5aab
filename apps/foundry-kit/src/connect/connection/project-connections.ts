import type { ConnectionBody } from '../../plan/connection.js';
import type { ManagementApi } from '../api/management-api.js';
import { ManagementError } from '../api/management-error.js';
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

/** Newest first. Which ones a subscription answers differs by cloud and time. */
const API_VERSIONS = ['2025-09-01', '2025-06-01', '2025-04-01-preview'] as const;

/** The connections of one Foundry project, at Azure Resource Manager. */
export class ProjectConnections {
  readonly #arm: ManagementApi;
  readonly #place: ProjectAddress;
  /** Those that were not refused. */
  #versions: readonly string[] = API_VERSIONS;

  constructor(arm: ManagementApi, place: ProjectAddress) {
    this.#arm = arm;
    this.#place = place;
  }

  /** @throws ConnectError when there is no such project */
  async assertExists(): Promise<void> {
    const { account, project, resourceGroup } = this.#place;
    if (await this.#found(this.#path())) return;
    throw new ConnectError(
      `There is no Foundry project "${project}" in account "${account}" of resource group "${resourceGroup}".\nCheck --subscription, --resource-group, --account and --project; the portal shows them on the overview page of the project.`,
    );
  }

  find(name: string): Promise<ExistingConnection | undefined> {
    return this.#found(this.#path(name));
  }

  put(name: string, body: ConnectionBody): Promise<ExistingConnection> {
    return this.#inVersion((version) => this.#arm.ask('PUT', `${this.#path(name)}${version}`, { body }));
  }

  remove(name: string): Promise<unknown> {
    return this.#inVersion((version) => this.#arm.ask('DELETE', `${this.#path(name)}${version}`));
  }

  #found<Shape>(path: string): Promise<Shape | undefined> {
    return this.#inVersion((version) => this.#arm.find<Shape>(`${path}${version}`));
  }

  /** A version that is refused with 400 is not asked for again; when all are, the newest one's refusal is told. */
  async #inVersion<Result>(ask: (query: string) => Promise<Result>): Promise<Result> {
    const refusals: unknown[] = [];
    for (const version of this.#versions) {
      try {
        const result = await ask(`?api-version=${version}`);
        this.#versions = this.#versions.slice(this.#versions.indexOf(version));
        return result;
      } catch (error) {
        if (!(error instanceof ManagementError) || error.status !== 400) throw error;
        refusals.push(error);
      }
    }
    throw refusals[0];
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
    return parts.map(([kind, name = '']) => `/${kind}/${encodeURIComponent(name)}`).join('');
  }
}
