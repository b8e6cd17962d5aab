import type { LocalTenant } from '../support/tenant.js';

/** A request to Graph, as a person would make it with their own token. */
export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1.0`. */
  readonly path: string;
  readonly body?: object;
  /** The content of a file, in place of a body. */
  readonly content?: string;
  /** Preferences beside the one that both sides name things alike. */
  readonly prefer?: string;
  /** With `ConsistencyLevel: eventual`, as searches of the directory need it. */
  readonly eventual?: true;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A preference for times in UTC. */
export const IN_UTC = 'outlook.timezone="UTC"';
const IMMUTABLE_IDS = 'IdType="ImmutableId"';

/** Asks the Graph of a tenant with a token of it. */
export async function askGraph(tenant: LocalTenant, token: string, request: GraphRequest): Promise<GraphAnswer> {
  const { method = 'GET', path, body, content, prefer, eventual } = request;
  const response = await fetch(`${tenant.graphUrl}/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': content === undefined ? 'application/json' : 'text/plain',
      ...(eventual ? { consistencylevel: 'eventual' } : {}),
      prefer: [IMMUTABLE_IDS, prefer].filter(Boolean).join(', '),
    },
    body: content ?? (body && JSON.stringify(body)),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text } };
}

/** The items of a collection that fits one page. */
export function itemsOf<Item>({ body }: GraphAnswer): readonly Item[] {
  return (body['value'] ?? []) as readonly Item[];
}
