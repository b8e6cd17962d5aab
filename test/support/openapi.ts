import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type JsonSchema = Record<string, unknown>;

interface OpenApiOperation {
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: JsonSchema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: JsonSchema }> }>;
  readonly 'x-least-privileged-delegated'?: readonly string[];
  readonly 'x-delegated-permissions'?: readonly string[];
}

interface OpenApiDocument {
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: { readonly schemas: Record<string, JsonSchema> };
}

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

/** Where the description is looked for; it is not part of the project. */
export const OPENAPI_FILE = join(process.env['BEHALF_SHARED'] ?? '../shared', 'graph/openapi-subset.json');

/** The validator, or nothing where the description is not there. */
export function loadOpenApi(): OpenApiValidator | undefined {
  if (!existsSync(OPENAPI_FILE)) return undefined;
  return new Validator(JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as OpenApiDocument);
}

class Validator implements OpenApiValidator {
  readonly #document: OpenApiDocument;
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    formats.default(this.#ajv);
    // Graph's times have no offset, which ajv-formats' `time` demands; OData sizes numbers otherwise than JSON Schema.
    this.#ajv.addFormat('time', /^\d\d:\d\d:\d\d(\.\d+)?$/);
    for (const name of ['base64url', 'int16', 'int64', 'binary']) this.#ajv.addFormat(name, true);
    this.#ajv.addKeyword({ keyword: 'enumAnyCase', validate: isOneOf });
    this.#ajv.addSchema({ $id: 'graph', components: withAnyCase(document.components) });
  }

  validateResponse(method: string, path: string, status: number, body: unknown): string[] {
    const found = this.#find(method, path);
    if (!found) return [`${method} ${path} is not described`];
    const { responses } = found.operation;
    const described = responses[String(status)] ?? (status < 300 ? responses['2XX'] : responses['default']);
    const content = described?.content;
    if (!content) return body === undefined ? [] : [`${method} ${found.template} answers ${status} without a body`];
    return this.#check(`${method} ${found.template} ${status}`, schemaOf(content), body);
  }

  validateRequest(method: string, path: string, body: unknown): string[] {
    const found = this.#find(method, path);
    if (!found) return [`${method} ${path} is not described`];
    const content = found.operation.requestBody?.content;
    if (!content) return body === undefined ? [] : [`${method} ${found.template} takes no body`];
    return this.#check(`${method} ${found.template} request`, schemaOf(content), body ?? {});
  }

  operations(): OpenApiPermission[] {
    return Object.entries(this.#document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        scopes: [...(operation['x-least-privileged-delegated'] ?? []), ...(operation['x-delegated-permissions'] ?? [])],
      })),
    );
  }

  #find(method: string, path: string): { template: string; operation: OpenApiOperation } | undefined {
    const segments = segmentsOf(path);
    const matching = Object.entries(this.#document.paths)
      .filter(([template]) => matches(segmentsOf(template), segments))
      .sort(([one], [other]) => parameters(one) - parameters(other));
    for (const [template, operations] of matching) {
      const operation = operations[method.toLowerCase()];
      if (operation) return { template, operation };
    }
    return undefined;
  }

  #check(key: string, schema: JsonSchema | undefined, body: unknown): string[] {
    if (!schema) return [];
    const known = this.#compiled.get(key);
    const validate = known ?? this.#ajv.compile(withAnyCase(relocated(schema)) as JsonSchema);
    this.#compiled.set(key, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).filter(isTelling).map((error) => `${key}: ${describe(error)}`);
  }
}

function schemaOf(content: Record<string, { readonly schema?: JsonSchema }>): JsonSchema | undefined {
  return content['application/json']?.schema;
}

function segmentsOf(path: string): string[] {
  const [pathname = ''] = path.replace(/^https?:\/\/[^/]+/, '').split('?');
  return pathname
    .replace(/^\/v1\.0(?=\/)/, '')
    .split('/')
    .filter(Boolean);
}

function matches(template: readonly string[], path: readonly string[]): boolean {
  return (
    template.length === path.length &&
    template.every((part, index) => part.startsWith('{') || part.toLowerCase() === path[index]?.toLowerCase())
  );
}

function parameters(template: string): number {
  return segmentsOf(template).filter((part) => part.startsWith('{')).length;
}

/** References point into the document that the validator keeps. */
function relocated(schema: unknown): unknown {
  return mapObjects(schema, (object) => {
    const { $ref } = object;
    return typeof $ref === 'string' ? { ...object, $ref: `graph${$ref}` } : object;
  });
}

/** The service takes enum values in any case, and Microsoft's own examples are older than today's casing. */
function withAnyCase(schema: unknown): unknown {
  return mapObjects(schema, (object) => {
    const { enum: members, ...rest } = object;
    return Array.isArray(members) ? { ...rest, enumAnyCase: members as unknown[] } : object;
  });
}

function isOneOf(members: readonly unknown[], value: unknown): boolean {
  return members.some((member) => String(member).toLowerCase() === String(value).toLowerCase());
}

function mapObjects(value: unknown, change: (object: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]: [string, unknown]) => [key, mapObjects(item, change)] as const,
  );
  return change(Object.fromEntries(entries));
}

/** The alternatives of a nullable value all fail together; the ones that say what failed are enough. */
function isTelling({ keyword, params }: ErrorObject): boolean {
  return keyword !== 'anyOf' && !(keyword === 'type' && params['type'] === 'null');
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || 'body'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
}
