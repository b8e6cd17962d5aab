import { type Description, jsonOf, readDescription, type Schema } from './graph-description/document.js';
import { Paths } from './graph-description/paths.js';
import { SchemaCheck } from './graph-description/schema-check.js';

export { OPENAPI_FILE } from './graph-description/document.js';

/** Microsoft's description of Graph, as a judge of what is sent and answered. */
export interface OpenApiValidator {
  /** What is wrong with a response; empty when nothing is. */
  validateResponse(method: string, path: string, status: number, body: unknown): string[];
  /** What is wrong with a request body; enum values count in any case, as the service takes them. */
  validateRequest(method: string, path: string, body: unknown): string[];
  operations(): readonly OpenApiPermission[];
}

/** Which delegated permissions Microsoft's reference lists for an operation. */
export interface OpenApiPermission {
  readonly method: string;
  readonly path: string;
  readonly scopes: readonly string[];
}

/** The validator, or nothing where the description is not there. */
export function loadOpenApi(): OpenApiValidator | undefined {
  const description = readDescription();
  return description && new Validator(description);
}

class Validator implements OpenApiValidator {
  readonly #description: Description;
  readonly #paths: Paths;
  readonly #schemas: SchemaCheck;

  constructor(description: Description) {
    this.#description = description;
    this.#paths = new Paths(description);
    this.#schemas = new SchemaCheck(description);
  }

  validateResponse(method: string, path: string, status: number, body: unknown): string[] {
    const found = this.#paths.find(method, pathOf(path));
    if (!found) return [`${method} ${path} is not described`];
    const { responses } = found.operation;
    const described = responses[String(status)] ?? (status < 300 ? responses['2XX'] : responses['default']);
    if (!described?.content)
      return body === undefined ? [] : [`${method} ${found.template} answers ${status} without a body`];
    return this.#check(`${method} ${found.template} ${status}`, jsonOf(described.content), body);
  }

  validateRequest(method: string, path: string, body: unknown): string[] {
    const found = this.#paths.find(method, pathOf(path));
    if (!found) return [`${method} ${path} is not described`];
    const content = found.operation.requestBody?.content;
    if (!content) return body === undefined ? [] : [`${method} ${found.template} takes no body`];
    return this.#check(`${method} ${found.template} request`, jsonOf(content), body ?? {});
  }

  operations(): OpenApiPermission[] {
    return Object.entries(this.#description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        scopes: [...(operation['x-least-privileged-delegated'] ?? []), ...(operation['x-delegated-permissions'] ?? [])],
      })),
    );
  }

  #check(key: string, schema: Schema | undefined, body: unknown): string[] {
    return schema ? this.#schemas.check(key, schema, body) : [];
  }
}

/** What stands after the version, without the query. */
function pathOf(url: string): string {
  const [path = ''] = url.replace(/^https?:\/\/[^/]+/, '').split('?');
  return path.replace(/^\/v1\.0(?=\/)/, '');
}
