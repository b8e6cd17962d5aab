import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphEvent } from './samples.js';

/** Bodies that Graph's documentation shows for one kind of resource, singly or in a collection. */
export interface DocumentedBody {
  readonly name: string;
  readonly item: Record<string, unknown>;
}

/** A request that Graph's documentation shows. */
export interface DocumentedCall {
  readonly name: string;
  readonly method: string;
  /** Without version and query; `{id}` for every id. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: object | null;
}

interface ExampleFile {
  readonly examples: readonly {
    readonly name: string;
    readonly method?: string;
    readonly url?: string;
    readonly requestBody?: object | null;
    readonly responses: readonly { readonly odataType: string | null; readonly body: unknown }[];
  }[];
}

const FILE = join(process.env['BEHALF_SHARED'] ?? '../shared', 'graph', 'doc-examples.json');

/** Whose examples these are, for the name of the suite. */
export const SOURCE = existsSync(FILE) ? "Graph's documented examples" : `an own sample, as there is no ${FILE}`;

export function documentedBodies(odataType: string): readonly DocumentedBody[] {
  return examples().flatMap(({ name, responses }) =>
    responses
      .filter((response) => response.odataType === odataType)
      .flatMap(({ body }) => itemsOf(body))
      .map((item, index) => ({ name: `${name} ${index}`, item })),
  );
}

/** Those of the current version. */
export function documentedCalls(): readonly DocumentedCall[] {
  return examples().flatMap(({ name, method = '', url = '', requestBody: body = null }) => {
    const { pathname, searchParams: query } = new URL(url.replace(/^\//, ''), 'https://graph.microsoft.com/v1.0/');
    if (method === '' || !pathname.startsWith('/v1.0/')) return [];
    return [{ name, method, path: withoutIds(pathname.slice('/v1.0'.length)), query, body }];
  });
}

/** A path with `{id}` for every id. */
export function withoutIds(path: string): string {
  const segments = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
  return segments.map((segment) => (/^(AAMk|AQMk|\{)/.test(segment) ? '{id}' : segment)).join('/');
}

function itemsOf(body: unknown): Record<string, unknown>[] {
  const single = body as Record<string, unknown> | null;
  const value = single?.['value'];
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : single ? [single] : [];
}

function examples(): ExampleFile['examples'] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ExampleFile).examples : OWN;
}

const OWN: ExampleFile['examples'] = [
  { name: 'own event', responses: [{ odataType: 'microsoft.graph.event', body: graphEvent() }] },
  {
    name: 'own calendars',
    responses: [{ odataType: 'microsoft.graph.calendar', body: { value: [{ id: 'AAMk=', name: 'Calendar' }] } }],
  },
  {
    name: 'own settings',
    responses: [{ odataType: 'microsoft.graph.mailboxSettings', body: { timeZone: 'Pacific Standard Time' } }],
  },
  { name: 'own message', responses: [{ odataType: 'microsoft.graph.message', body: { subject: 'Without an id' } }] },
  {
    name: 'own folders',
    responses: [{ odataType: 'microsoft.graph.mailFolder', body: { value: [{ id: 'AQMk=', displayName: 'Inbox' }] } }],
  },
  attachment('file', { contentBytes: 'aGVsbG8=' }),
  attachment('item', { item: { subject: 'Hello', sentDateTime: '2026-11-23T08:00:00Z' } }),
  attachment('reference', { isInline: true }),
  {
    name: 'message_send',
    method: 'POST',
    url: 'https://graph.microsoft.com/v1.0/me/messages/{id}/send',
    responses: [],
  },
  {
    name: 'own room',
    responses: [
      {
        odataType: 'microsoft.graph.room',
        body: {
          displayName: 'Room 7',
          emailAddress: 'room7@contract.example',
          capacity: 4,
          building: 'A',
          floorNumber: 2,
          isWheelChairAccessible: true,
          tags: ['quiet'],
        },
      },
    ],
  },
  { name: 'own user', responses: [{ odataType: 'microsoft.graph.user', body: { displayName: 'Anna Ebert' } }] },
];

function attachment(kind: string, more: object): ExampleFile['examples'][number] {
  const odataType = `microsoft.graph.${kind}Attachment`;
  const base = { '@odata.type': `#${odataType}`, id: 'A1', name: 'plan', contentType: 'text/plain', size: 7 };
  return { name: `own ${kind} attachment`, responses: [{ odataType, body: { ...base, ...more } }] };
}
