import type { Schema } from './document.js';
import { follow } from './odata-paths.js';
import { alternatives, type Types } from './types.js';

const TOKEN =
  /\s*('(?:[^']|'')*'|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d))?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|-?\d+(?:\.\d+)?|[A-Za-z_$][\w.$]*(?:\/[A-Za-z_$][\w.$]*)*|[(),:])/iy;
const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'has'];
const FUNCTIONS = [
  'startswith',
  'endswith',
  'contains',
  'tolower',
  'toupper',
  'length',
  'trim',
  'date',
  'year',
  'month',
];

/** What an operand is: a literal of a kind, a property with its schema, or something computed. */
type Operand =
  | { readonly literal: 'string' | 'moment' | 'number' | 'boolean' | 'null' | 'guid' }
  | { readonly schema: Schema; readonly path: string }
  | { readonly computed: true };

/** Reads a `$filter` as OData has it and tells what is wrong; empty when nothing is. */
export function checkFilter(types: Types, type: string, filter: string): readonly string[] {
  const tokens = tokensOf(filter);
  if (!tokens) return [`$filter is not OData: ${filter}`];
  const reader = new FilterReader(types, type, tokens);
  return reader.read();
}

function tokensOf(filter: string): readonly string[] | undefined {
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < filter.trimEnd().length;) {
    const [, token] = TOKEN.exec(filter) ?? [];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

class FilterReader {
  readonly #types: Types;
  readonly #type: string;
  readonly #tokens: readonly string[];
  readonly #problems: string[] = [];
  /** Variables of `any` and `all`, with the type of what they stand for. */
  readonly #variables = new Map<string, string>();
  #at = 0;

  constructor(types: Types, type: string, tokens: readonly string[]) {
    this.#types = types;
    this.#type = type;
    this.#tokens = tokens;
  }

  read(): readonly string[] {
    this.#readCondition();
    const rest = this.#tokens.slice(this.#at).join(' ');
    return rest === '' ? this.#problems : [...this.#problems, `$filter ends in what is not understood: ${rest}`];
  }

  #readCondition(): void {
    do this.#readComparison();
    while (this.#take('and') || this.#take('or'));
  }

  #readComparison(): void {
    if (this.#take('not')) return this.#readComparison();
    if (this.#take('(')) {
      this.#readCondition();
      return this.#demand(')');
    }
    const left = this.#readOperand();
    const operator = COMPARISONS.find((one) => this.#take(one));
    if (operator === undefined) return;
    if (operator === 'in') return this.#readList();
    this.#compare(left, this.#readOperand());
  }

  #readList(): void {
    this.#demand('(');
    do this.#readOperand();
    while (this.#take(','));
    this.#demand(')');
  }

  #readOperand(): Operand {
    const token = this.#tokens[this.#at++] ?? '';
    const literal = literalOf(token);
    if (literal) return { literal };
    if (!/^[A-Za-z_$]/.test(token)) {
      this.#problems.push(`$filter has ${token === '' ? 'no end' : token} where a value is expected`);
      return { computed: true };
    }
    if (this.#tokens[this.#at] !== '(') return this.#property(token);
    return this.#readCall(token);
  }

  #readCall(name: string): Operand {
    const [, collection, quantifier] = /^(.*)\/(any|all)$/i.exec(name) ?? [];
    this.#demand('(');
    if (quantifier !== undefined) this.#readLambda(collection ?? '');
    else {
      if (!FUNCTIONS.includes(name.toLowerCase())) this.#problems.push(`$filter calls ${name}, which is no function`);
      do this.#readOperand();
      while (this.#take(','));
    }
    this.#demand(')');
    return { computed: true };
  }

  #readLambda(collection: string): void {
    if (this.#tokens[this.#at] === ')') return;
    const property = this.#property(collection);
    const variable = this.#tokens[this.#at++] ?? '';
    this.#demand(':');
    this.#variables.set(variable, 'schema' in property ? (this.#types.nameOf(property.schema) ?? '') : '');
    this.#readCondition();
    this.#variables.delete(variable);
  }

  #property(path: string): Operand {
    const [first = '', ...rest] = path.split('/');
    const ofVariable = this.#variables.get(first);
    if (ofVariable !== undefined && rest.length === 0) return { computed: true };
    const step = follow(this.#types, ofVariable ?? this.#type, ofVariable === undefined ? path : rest.join('/'));
    if (step.problem === undefined) return { schema: step.schema, path };
    this.#problems.push(`$filter: ${step.problem}`);
    return { computed: true };
  }

  #compare(left: Operand, right: Operand): void {
    if (!('schema' in left) || !('literal' in right) || right.literal === 'null') return;
    const expected = literalFor(this.#types, left.schema);
    if (expected !== undefined && !expected.includes(right.literal))
      this.#problems.push(`$filter compares ${left.path} with a ${right.literal}, not a ${expected.join(' or ')}`);
  }

  #take(token: string): boolean {
    const found = this.#tokens[this.#at]?.toLowerCase() === token;
    if (found) this.#at += 1;
    return found;
  }

  #demand(token: string): void {
    if (!this.#take(token))
      this.#problems.push(`$filter has ${this.#tokens[this.#at] ?? 'its end'} where ${token} is due`);
  }
}

function literalOf(token: string): 'string' | 'moment' | 'number' | 'boolean' | 'null' | 'guid' | undefined {
  if (token.startsWith("'")) return 'string';
  if (/^(true|false)$/.test(token)) return 'boolean';
  if (token === 'null') return 'null';
  if (/^\d{4}-\d\d-\d\d/.test(token)) return 'moment';
  if (/^[0-9a-f]{8}-/i.test(token)) return 'guid';
  return /^-?\d/.test(token) ? 'number' : undefined;
}

function literalFor(types: Types, schema: Schema): readonly string[] | undefined {
  const one = types.resolve(alternatives(schema)[0] ?? schema);
  const kind = [one['type']].flat().find((type) => type !== 'null');
  if (one['format'] === 'date-time' || one['format'] === 'date') return ['moment'];
  if (kind === 'string') return one['format'] === 'uuid' ? ['guid', 'string'] : ['string'];
  if (kind === 'boolean') return ['boolean'];
  return kind === 'integer' || kind === 'number' ? ['number'] : undefined;
}
