import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Description, Schema } from './document.js';

/** The schemas of the description as a judge of values; enum values count in any case, as the service takes them. */
export class SchemaCheck {
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(description: Description) {
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    formats.default(this.#ajv);
    // Graph's times have no offset, which ajv-formats' `time` demands; OData sizes numbers otherwise than JSON Schema.
    this.#ajv.addFormat('time', /^\d\d:\d\d:\d\d(\.\d+)?$/);
    for (const name of ['base64url', 'int16', 'int64', 'binary']) this.#ajv.addFormat(name, true);
    this.#ajv.addKeyword({ keyword: 'enumAnyCase', validate: isOneOf });
    this.#ajv.addSchema({ $id: 'graph', components: withAnyCase(description.components) });
  }

  /** `key` names the schema, which is compiled once. */
  check(key: string, schema: Schema, value: unknown): string[] {
    const known = this.#compiled.get(key);
    const validate = known ?? this.#ajv.compile(withAnyCase(relocated(schema)) as Schema);
    this.#compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).filter(isTelling).map((error) => `${key}: ${describe(error)}`);
  }

  checkType(name: string, value: unknown): string[] {
    return this.check(name, { $ref: `#/components/schemas/${name}` }, value);
  }
}

/** References point into the document that ajv keeps. */
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

function mapObjects(value: unknown, change: (object: Schema) => Schema): unknown {
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
