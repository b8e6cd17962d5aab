import type { Schema } from './document.js';
import { alternatives, type Types } from './types.js';

/** Annotations of OData and of Graph that may stand beside the properties of any object. */
const ANNOTATIONS =
  /^@(odata\.(context|type|id|etag|editLink|count|nextLink|deltaLink|mediaEditLink|mediaReadLink|mediaContentType)|removed|microsoft\.graph\.(downloadUrl|conflictBehavior|tips|sourceUrl))$/;
const ANNOTATIONS_OF_A_PROPERTY =
  /@odata\.(context|type|count|nextLink|navigationLink|associationLink|bind|mediaReadLink|mediaContentType)$/;

/** Types of which nothing can be said without knowing which of their kinds it is. */
const ABSTRACT = ['microsoft.graph.attachment', 'microsoft.graph.directoryObject', 'microsoft.graph.extension'];

export interface StrictOptions {
  /** Enum values in the case of the description, and a kind named where the declared type is abstract. */
  readonly isAnswer: boolean;
  /** What else is wrong with an object of a derived type. */
  validateAs(type: string, value: unknown): readonly string[];
}

/** Finds what JSON Schema lets pass: properties nobody describes, wrong kinds, enum values in another case. */
export class StrictBody {
  readonly #types: Types;
  readonly #options: StrictOptions;

  constructor(types: Types, options: StrictOptions) {
    this.#types = types;
    this.#options = options;
  }

  check(schema: Schema, value: unknown, at = ''): readonly string[] {
    if (value === null || value === undefined) return [];
    const [alternative] = alternatives(schema);
    if (alternative) return this.check(alternative, value, at);
    if (Array.isArray(value)) return this.#checkItems(schema, value, at);
    const members = this.#types.enumOf(schema);
    if (members) return this.#checkMember(members, value, at);
    return typeof value === 'object' ? this.#checkObject(schema, value as Record<string, unknown>, at) : [];
  }

  #checkItems(schema: Schema, values: readonly unknown[], at: string): readonly string[] {
    const items = this.#types.resolve(schema)['items'] as Schema | undefined;
    return items ? values.flatMap((value, index) => this.check(items, value, `${at}/${index}`)) : [];
  }

  #checkMember(members: readonly string[], value: unknown, at: string): readonly string[] {
    const isKnown = members.includes(String(value)) || !this.#options.isAnswer;
    return isKnown ? [] : [`${at} is ${JSON.stringify(value)}, which is not one of ${members.join(', ')}`];
  }

  #checkObject(schema: Schema, value: Record<string, unknown>, at: string): readonly string[] {
    const declared = this.#types.nameOf(schema);
    if (declared === undefined) return this.#checkMembers(inlineMembers(schema), value, at, schema['title']);
    const named = value['@odata.type'];
    const type = typeof named === 'string' ? named.replace(/^#/, '') : undefined;
    if (type === undefined) {
      const needed = this.#options.isAnswer && ABSTRACT.includes(declared);
      return [...(needed ? [`${at} does not say its @odata.type`] : []), ...this.#checkTyped(declared, value, at)];
    }
    if (!this.#isKindOf(type, declared)) return [`${at}/@odata.type: ${type} is not a ${declared}`];
    const ofKind = type === declared ? [] : this.#options.validateAs(type, value).map((problem) => `${at}: ${problem}`);
    return [...ofKind, ...this.#checkTyped(type, value, at)];
  }

  #isKindOf(type: string, declared: string): boolean {
    return this.#types.isA(type, declared) || this.#types.derivedOf(declared).includes(type);
  }

  #checkTyped(type: string, value: Record<string, unknown>, at: string): readonly string[] {
    if (this.#types.isOpen(type)) return [];
    const members = this.#types.membersOf(type);
    return members.size === 0 ? [] : this.#checkMembers(members, value, at, type);
  }

  #checkMembers(
    members: ReadonlyMap<string, { readonly schema: Schema }>,
    value: Record<string, unknown>,
    at: string,
    type: unknown = 'the body',
  ): readonly string[] {
    return Object.entries(value).flatMap(([key, one]) => {
      const member = members.get(key);
      if (member) return this.check(member.schema, one, `${at}/${key}`);
      const isKnown = isAnnotation(key, (name) => members.has(name) || this.#types.isBeyond(String(type), name));
      return isKnown ? [] : [`${at}/${key} is not a property of ${String(type)}`];
    });
  }
}

function inlineMembers(schema: Schema): ReadonlyMap<string, { readonly schema: Schema }> {
  const properties = (schema['properties'] as Record<string, Schema> | undefined) ?? {};
  return new Map(Object.entries(properties).map(([name, one]) => [name, { schema: one }]));
}

/** Whether a key is an annotation, or one of a property that `isKnown`, or that itself. */
function isAnnotation(key: string, isKnown: (property: string) => boolean): boolean {
  if (ANNOTATIONS.test(key)) return true;
  const [property = ''] = key.split('@');
  return (property === key || ANNOTATIONS_OF_A_PROPERTY.test(key)) && isKnown(property);
}
