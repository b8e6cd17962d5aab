import { randomBytes } from 'node:crypto';
import { FoundryError } from '../foundry-error.js';
import { connectionName, connectionProperties, type Connection } from './connection.js';

/** The connections of all projects. */
export class Connections {
  #all = new Map<string, Connection>();
  #seed: ReadonlyMap<string, Connection> = new Map();

  constructor(readonly origin: () => string) {}

  put(project: string, name: string, properties: unknown): Connection {
    const old = this.#all.get(`${project}/${name}`);
    const connection = {
      project,
      name: connectionName.parse(name),
      properties: connectionProperties.parse(properties),
      redirectId: old?.redirectId ?? randomBytes(16).toString('hex'),
    };
    this.#all.set(`${project}/${name}`, connection);
    return connection;
  }

  /** @param name the name, or the whole ARM id that ends in it */
  get(project: string, name: string): Connection {
    const found = this.#all.get(`${project}/${name.slice(name.lastIndexOf('/') + 1)}`);
    if (!found) throw new FoundryError(404, 'NotFound', `Project ${project} has no connection "${name}".`);
    return found;
  }

  byRedirect(id: string): Connection | undefined {
    return [...this.#all.values()].find(({ redirectId }) => redirectId === id);
  }

  list(project?: string): readonly Connection[] {
    return [...this.#all.values()].filter((connection) => project === undefined || connection.project === project);
  }

  remove(project: string, name: string): void {
    this.#all.delete(`${project}/${name}`);
  }

  /** What is there now is what a reset comes back to. */
  keep(): void {
    this.#seed = new Map(this.#all);
  }

  reset(): void {
    this.#all = new Map(this.#seed);
  }

  redirectUrl({ redirectId }: Connection): string {
    return `${this.origin()}/redirect/${redirectId}`;
  }

  /** As a GET shows it: without credentials, with what the server fills in. */
  view(connection: Connection) {
    const { name, project, properties } = connection;
    const filled = { credentials: null, group: 'GenericProtocol', connectorName: connection.redirectId };
    const oauth = properties.authType === 'OAuth2' ? { redirectUrl: this.redirectUrl(connection) } : {};
    return { name, project, properties: { ...properties, ...filled, ...oauth } };
  }
}
