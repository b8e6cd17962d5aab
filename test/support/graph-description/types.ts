import { BEYOND } from './beyond.js';
import type { Description, Schema } from './document.js';

const PREFIX = '#/components/schemas/';

/** A property as a request or an answer may have it. */
export interface Member {
  readonly schema: Schema;
  /** Whether it is another resource, which an answer has only where `$expand` asked for it. */
  readonly isNavigation: boolean;
}

/** The types of the description, with what they inherit. */
export class Types {
  readonly #description: Description;
  readonly #members = new Map<string, ReadonlyMap<string, Member>>();

  constructor(description: Description) {
    this.#description = description;
  }

  /** Name of the type that a schema refers to, through lists and `null`. */
  nameOf(schema: Schema | undefined): string | undefined {
    const ref = schema?.['$ref'];
    if (typeof ref === 'string') return ref.replace(PREFIX, '');
    const inner = schema?.['items'] ?? alternatives(schema)[0];
    return inner === undefined ? undefined : this.nameOf(inner as Schema);
  }

  schemaOf(name: string): Schema | undefined {
    return this.#description.components.schemas[name];
  }

  /** A type by its name in any case. */
  named(name: string): string | undefined {
    return Object.keys(this.#description.components.schemas).find((one) => one.toLowerCase() === name.toLowerCase());
  }

  /** Where the schema refers to another one, that. */
  resolve(schema: Schema): Schema {
    const ref = schema['$ref'];
    return typeof ref === 'string' ? (this.schemaOf(ref.replace(PREFIX, '')) ?? {}) : schema;
  }

  membersOf(name: string): ReadonlyMap<string, Member> {
    const known = this.#members.get(name);
    if (known) return known;
    const members = new Map<string, Member>();
    const schema = this.schemaOf(name);
    for (const part of schema ? [schema, ...((schema['allOf'] as Schema[] | undefined) ?? [])] : []) {
      const base = part === schema ? undefined : this.nameOf(part);
      if (base !== undefined) for (const [key, member] of this.membersOf(base)) members.set(key, member);
      for (const [key, one] of Object.entries((part['properties'] as Record<string, Schema> | undefined) ?? {}))
        members.set(key, { schema: one, isNavigation: this.#isEntity(one) });
    }
    members.delete('@odata.type');
    this.#members.set(name, members);
    return members;
  }

  /** Whether one type is the other or inherits from it. */
  isA(name: string, base: string): boolean {
    if (name === base) return true;
    const parts = (this.schemaOf(name)?.['allOf'] as Schema[] | undefined) ?? [];
    return parts.some((part) => typeof part['$ref'] === 'string' && this.isA(this.nameOf(part) ?? '', base));
  }

  /** The types that `@odata.type` may name besides the declared one. */
  derivedOf(name: string): readonly string[] {
    return this.#description['x-derived-types']?.[name] ?? [];
  }

  /** Whether its keys are free. */
  isOpen(name: string): boolean {
    return name in (this.#description['x-open-type-members'] ?? {});
  }

  /** Whether the service is known to have a property that the description lacks, of the type or of one it inherits from. */
  isBeyond(type: string, property: string): boolean {
    return Object.entries(BEYOND).some(([of, properties]) => property in properties && this.isA(type, of));
  }

  enumOf(schema: Schema): readonly string[] | undefined {
    return this.resolve(schema)['enum'] as string[] | undefined;
  }

  #isEntity(schema: Schema): boolean {
    const name = this.nameOf(schema);
    return name !== undefined && this.isA(name, 'microsoft.graph.entity');
  }
}

/** The schemas of a value that may also be null. */
export function alternatives(schema: Schema | undefined): readonly Schema[] {
  return ((schema?.['anyOf'] as Schema[] | undefined) ?? []).filter(({ type }) => type !== 'null');
}
