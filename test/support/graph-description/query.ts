import type { Operation, Parameter, Schema } from './document.js';
import { checkFilter } from './filter.js';
import { follow } from './odata-paths.js';
import type { Types } from './types.js';

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Finds what is wrong with the options of a request, whose answer has rows or one thing of `type`. */
export class QueryCheck {
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  check(operation: Operation, type: string | undefined, query: URLSearchParams): readonly string[] {
    const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query');
    const given = new Set([...query.keys()].map((name) => dollarless(name)));
    const missing = parameters
      .filter(({ name, required }) => required && !given.has(dollarless(name)))
      .map(({ name }) => `${name} is missing`);
    const repeated = [...given].filter((name) => allOf(query, name).length > 1).map((name) => `${name} is given twice`);
    return [...missing, ...repeated, ...[...query].flatMap((option) => this.#checkOption(parameters, type, option))];
  }

  #checkOption(parameters: readonly Parameter[], type: string | undefined, [given, value]: [string, string]) {
    const parameter = parameters.find(({ name }) => dollarless(name) === dollarless(given));
    if (!parameter) return [`${given} is not an option of this operation`];
    const name = dollarless(parameter.name);
    if (/^(startdatetime|enddatetime)$/.test(name))
      return MOMENT.test(value) ? [] : [`${given} is not a time: ${value}`];
    const ofSchema = checkSchema(parameter.schema, given, value);
    return type === undefined ? ofSchema : [...ofSchema, ...this.#checkTyped(name, type, value)];
  }

  #checkTyped(name: string, type: string, value: string): readonly string[] {
    if (name === 'select') return this.#checkNames('$select', type, value);
    if (name === 'orderby') return this.#checkOrder(type, value);
    if (name === 'filter') return checkFilter(this.#types, type, value);
    return name === 'expand' ? this.#checkExpand(type, value) : [];
  }

  #checkNames(option: string, type: string, value: string): readonly string[] {
    return value.split(',').flatMap((name) => {
      const { problem } = follow(this.#types, type, name.trim());
      return problem === undefined || name.trim() === '*' ? [] : [`${option}: ${problem}`];
    });
  }

  #checkOrder(type: string, value: string): readonly string[] {
    return value.split(',').flatMap((one) => {
      const [, path = '', direction] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(one) ?? [];
      if (path === '') return [`$orderby is not OData: ${one}${direction ?? ''}`];
      const { problem } = follow(this.#types, type, path);
      return problem === undefined ? [] : [`$orderby: ${problem}`];
    });
  }

  #checkExpand(type: string, value: string): readonly string[] {
    return splitOutside(value, ',').flatMap((one) => {
      const [, path = '', options] = /^\s*([\w./]+)(?:\((.*)\))?\s*$/.exec(one) ?? [];
      if (path === '') return [`$expand is not OData: ${one}`];
      const step = follow(this.#types, type, path);
      if (step.problem !== undefined) return [`$expand: ${step.problem}`];
      return options === undefined ? [] : this.#checkOptions(this.#types.nameOf(step.schema), options);
    });
  }

  #checkOptions(type: string | undefined, options: string): readonly string[] {
    return splitOutside(options, ';').flatMap((option) => {
      const [name = '', ...rest] = option.trim().split('=');
      if (!/^\$?(select|filter|expand|orderby|top|skip|levels|count)$/.test(name)) return [`$expand has ${name}`];
      return type === undefined ? [] : this.#checkTyped(dollarless(name), type, rest.join('='));
    });
  }
}

/** Graph takes its options with and without the dollar, in any case. */
function dollarless(name: string): string {
  return name.replace(/^\$/, '').toLowerCase();
}

function allOf(query: URLSearchParams, name: string): readonly string[] {
  return [...query].filter(([key]) => dollarless(key) === name).map(([, value]) => value);
}

function checkSchema(schema: Schema | undefined, name: string, value: string): readonly string[] {
  const kind = schema?.['type'];
  if (kind === 'integer') return /^\d+$/.test(value) ? [] : [`${name} is not a whole number: ${value}`];
  if (kind === 'boolean') return /^(true|false)$/i.test(value) ? [] : [`${name} is neither true nor false: ${value}`];
  return value === '' && name !== '$search' ? [`${name} is empty`] : [];
}

/** At what is neither in brackets nor in quotes. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === separator && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
