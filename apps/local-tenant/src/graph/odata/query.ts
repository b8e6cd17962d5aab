import { GraphError, badRequest } from '../errors.js';

const OPTIONS = ['$select', '$top', '$skip', '$orderby', '$filter', '$count', '$expand', '$search', '$skiptoken'];
const NOT_HERE = ['$expand', '$search', '$skiptoken', '$filter'];

/** The OData query options of a request. */
export interface ODataQuery {
  readonly select?: readonly string[];
  readonly top?: number;
  readonly skip: number;
  readonly orderBy?: string;
  readonly filter?: string;
  readonly count: boolean;
  readonly skipToken?: string;
}

/** @throws GraphError for an option that is unknown, not served here or out of its range; `served` are options that only some lists take */
export function readQuery(query: URLSearchParams, served: readonly string[] = []): ODataQuery {
  for (const name of query.keys()) refuseUnknown(name.toLowerCase(), served);
  return {
    select: query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    top: wholeNumber(query, '$top', 1, 1000),
    skip: wholeNumber(query, '$skip', 0, Number.MAX_SAFE_INTEGER) ?? 0,
    orderBy: query.get('$orderby') ?? undefined,
    filter: query.get('$filter') ?? undefined,
    count: query.get('$count') === 'true',
    skipToken: query.get('$skiptoken') ?? undefined,
  };
}

function refuseUnknown(name: string, served: readonly string[]): void {
  if (!name.startsWith('$')) return;
  if (!OPTIONS.includes(name) && name !== '$format') {
    throw badRequest('BadRequest', `The query parameter '${name}' is not supported.`);
  }
  if (NOT_HERE.includes(name) && !served.includes(name)) {
    throw new GraphError(501, 'NotImplemented', `The query parameter '${name}' is not served here.`);
  }
}

function wholeNumber(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw badRequest(
      'BadRequest',
      `Invalid value '${text}' for ${name} query option found. It must be a number from ${least} to ${most}.`,
    );
  }
  return value;
}
