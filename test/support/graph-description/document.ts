import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-least-privileged-delegated'?: readonly string[];
  readonly 'x-delegated-permissions'?: readonly string[];
  /** What the documentation demands of a POST. */
  readonly 'x-required-on-create'?: readonly string[];
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-derived-types'?: Readonly<Record<string, readonly string[]>>;
  readonly 'x-open-type-members'?: Readonly<Record<string, unknown>>;
}

/** Where the description is looked for; it is not part of the project. */
export const OPENAPI_FILE = join(process.env['BEHALF_SHARED'] ?? '../shared', 'graph/openapi-subset.json');

/** Microsoft's description, or nothing where it is not beside the project. */
export function readDescription(file = OPENAPI_FILE): Description | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : undefined;
}

/** The schema of JSON among the contents of a body. */
export function jsonOf(content: Content | undefined): Schema | undefined {
  return content?.['application/json']?.schema;
}
