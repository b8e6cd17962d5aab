import { BEYOND_OPTIONS, BEYOND_PATHS, SENT_ALONG, SENT_WHEN_ASKED, WHOLE } from './beyond.js';
import { type Description, jsonOf, type Operation, type Schema } from './document.js';
import { checkHeaders } from './headers.js';
import { Paths } from './paths.js';
import { QueryCheck } from './query.js';
import { SchemaCheck } from './schema-check.js';
import { StrictBody } from './strict-body.js';
import { Types } from './types.js';

/** One request to Graph and what came back. Names of headers in lower case. */
export interface GraphExchange {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string | undefined>>;
  /** Parsed where it is JSON. */
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string | undefined>>;
  /** Parsed where it is JSON; otherwise its text. */
  readonly responseBody?: unknown;
}

const ERROR: Schema = { $ref: '#/components/schemas/microsoft.graph.ODataErrors.ODataError' };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Microsoft's description as the judge of whole exchanges. */
export class ExchangeCheck {
  readonly #paths: Paths;
  readonly #schemas: SchemaCheck;
  readonly #types: Types;
  readonly #query: QueryCheck;
  readonly #sent: StrictBody;
  readonly #answered: StrictBody;

  constructor(description: Description) {
    this.#paths = new Paths(description);
    this.#schemas = new SchemaCheck(description);
    this.#types = new Types(description);
    this.#query = new QueryCheck(this.#types);
    const validateAs = (type: string, value: unknown) => this.#schemas.checkType(type, value);
    this.#sent = new StrictBody(this.#types, { isAnswer: false, validateAs });
    this.#answered = new StrictBody(this.#types, { isAnswer: true, validateAs });
  }

  /** What is wrong, in words; empty when nothing is. A refused request may be wrong, its answer may not. */
  check(exchange: GraphExchange): readonly string[] {
    const { method, status } = exchange;
    const { pathname, searchParams } = new URL(exchange.url);
    if (!pathname.startsWith('/v1.0/')) return [];
    const path = pathname.slice('/v1.0'.length);
    if (status >= 400) return this.#checkError(exchange).map((problem) => `${method} ${path} ${status}: ${problem}`);
    if (BEYOND_PATHS.some(([pattern]) => pattern.test(path))) return [];
    const found = this.#paths.find(method, path);
    if (!found) return [`${method} ${path} is not described`];
    const { operation, template } = found;
    const name = `${method} ${template}`;
    const sent = [
      ...this.#query.check(operation, this.#rowType(operation), withoutBeyond(template, searchParams)),
      ...checkHeaders(exchange.requestHeaders),
      ...this.#checkRequest(name, operation, exchange),
    ];
    const answered = this.#checkAnswer(`${name} ${status}`, operation, exchange);
    return [...sent.map((one) => `${name} sent: ${one}`), ...answered.map((one) => `${name} answered: ${one}`)];
  }

  #rowType({ responses }: Operation): string | undefined {
    const schema = jsonOf((responses['200'] ?? responses['201'] ?? responses['2XX'])?.content);
    const rows = (schema?.['properties'] as Record<string, Schema> | undefined)?.['value'];
    return this.#types.nameOf(rows ?? schema);
  }

  #checkRequest(key: string, operation: Operation, { requestBody, requestHeaders }: GraphExchange): readonly string[] {
    const schema = jsonOf(operation.requestBody?.content);
    if (operation.requestBody === undefined)
      return isEmpty(requestBody) ? [] : [`a body, which the operation does not take`];
    if (schema === undefined || typeof requestBody === 'string' || Buffer.isBuffer(requestBody)) return [];
    const named = withNamesOf(this.#types.resolve(schema), requestBody ?? {});
    const missing = (operation['x-required-on-create'] ?? []).filter((name) => !(name in named));
    const type = requestHeaders['content-type'] ?? '';
    const isJson = isEmpty(requestBody) || /^application\/json\b/i.test(type);
    return [
      ...(isJson ? [] : [`Content-Type is ${type}`]),
      ...missing.map((name) => `${name} is missing`),
      ...this.#schemas.check(`${key} request`, schema, named),
      ...this.#sent.check(schema, named),
    ];
  }

  #checkAnswer(key: string, operation: Operation, exchange: GraphExchange): readonly string[] {
    const { status, responseBody } = exchange;
    const { responses } = operation;
    const described = responses[String(status)] ?? (status < 300 ? responses['2XX'] : undefined);
    if (!described) return [`${status}, not ${Object.keys(responses).join(' or ')}`];
    const schema = jsonOf(described.content);
    if (described.content === undefined)
      return isEmpty(responseBody) ? [] : ['a body, which the operation does not answer'];
    if (schema === undefined) return [];
    return [
      ...this.#schemas.check(key, schema, responseBody),
      ...this.#answered.check(schema, responseBody),
      ...this.#checkContent(exchange),
      ...this.#checkSelected(this.#rowType(operation), exchange),
    ];
  }

  #checkContent({ url, responseHeaders, responseBody }: GraphExchange): readonly string[] {
    const { origin } = new URL(url);
    const problems: string[] = [];
    if (!/^application\/json\b/.test(responseHeaders['content-type'] ?? ''))
      problems.push(`Content-Type is ${responseHeaders['content-type']}`);
    const { '@odata.context': context, '@odata.nextLink': next } = responseBody as Record<string, unknown>;
    if (context !== undefined && !String(context).startsWith(`${origin}/v1.0/$metadata#`))
      problems.push(`@odata.context is ${String(context)}`);
    if (next !== undefined && !String(next).startsWith(`${origin}/v1.0/`)) problems.push(`nextLink is ${String(next)}`);
    return problems;
  }

  /** What was selected and no more; without `$select` everything, of the types that are always sent whole. */
  #checkSelected(type: string | undefined, { url, method, responseBody }: GraphExchange): readonly string[] {
    if (type === undefined || method !== 'GET') return [];
    const query = new URL(url).searchParams;
    const selected = (query.get('$select') ?? query.get('select'))?.split(',').map((name) => name.trim());
    const expanded = (query.get('$expand') ?? '').split(/[,(]/).map((name) => name.trim());
    const rows = (responseBody as { value?: unknown }).value;
    return (Array.isArray(rows) ? (rows as unknown[]) : [responseBody]).flatMap((row) => {
      const problems = selected
        ? this.#checkOneSelected(type, selected, expanded, row as object)
        : this.#checkWhole(type, row as object);
      return problems.slice(0, 3);
    });
  }

  #checkOneSelected(type: string, selected: readonly string[], expanded: readonly string[], row: object) {
    const along = selected.flatMap((name) => SENT_ALONG[name] ?? []);
    const wanted = new Set([...selected, ...expanded, ...along, 'id']);
    const more = Object.keys(row).filter((name) => !name.includes('@') && !wanted.has(name));
    const isSparse = !(type in WHOLE);
    const less = selected.filter((name) => !isSparse && !/[/*@]/.test(name) && !(name in row));
    return [
      ...(selected.includes('*') ? [] : more.map((name) => `${name} was not selected`)),
      ...less.filter((name) => !SENT_WHEN_ASKED.includes(name)).map((name) => `${name} was selected and is missing`),
    ];
  }

  #checkWhole(type: string, row: object): readonly string[] {
    const onRequest = WHOLE[type];
    if (onRequest === undefined || '@removed' in row) return [];
    return [...this.#types.membersOf(type)]
      .filter(([name, { isNavigation }]) => !isNavigation && !(name in row) && !onRequest.includes(name))
      .filter(([name]) => !SENT_WHEN_ASKED.includes(name))
      .map(([name]) => `${name} of a whole ${type} is missing`);
  }

  #checkError({ responseHeaders, responseBody }: GraphExchange): readonly string[] {
    if (isEmpty(responseBody)) return ['an error without a body'];
    const problems = this.#schemas.check('error', ERROR, responseBody);
    if (problems.length > 0) return problems;
    const { error } = responseBody as { error: { innerError?: Record<string, unknown>; code: string } };
    const ids = [error.innerError?.['request-id'], responseHeaders['request-id']];
    return ids.every((id) => GUID.test(String(id))) ? [] : [`request-id is ${ids.join(' and ')}`];
  }
}

function withoutBeyond(template: string, query: URLSearchParams): URLSearchParams {
  const isBeyond = (name: string) => BEYOND_OPTIONS.some(([path, option]) => option === name && path.test(template));
  return new URLSearchParams([...query].filter(([name]) => !isBeyond(name)));
}

function isEmpty(body: unknown): boolean {
  return (
    body === undefined || body === '' || (typeof body === 'object' && body !== null && Object.keys(body).length === 0)
  );
}

/** Parameters of an action are taken in any case: `message` where the description says `Message`. */
function withNamesOf(schema: Schema, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || schema['title'] !== undefined)
    return body as Record<string, unknown>;
  const names = Object.keys((schema['properties'] as object | undefined) ?? {});
  const named = (key: string) => names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? key;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [named(key), value]));
}
