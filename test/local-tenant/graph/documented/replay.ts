import type { OpenApiValidator } from '../../../support/openapi.js';
import type { Answer, GraphHarness } from '../harness.js';
import type { Documented } from './examples.js';
import { PLACES, SCOPED } from './places.js';
import { IN_FOLDER, partsOf, pathOf } from './route-of.js';

export interface Replayed {
  readonly status: number;
  /** What the answer is not as documented; empty when it is. */
  readonly problems: readonly string[];
}

/** Sends a documented request to the local Graph, with ids that exist there, and compares what comes back. */
export async function replay(
  graph: GraphHarness,
  openapi: OpenApiValidator | undefined,
  example: Documented,
  route: string,
): Promise<Replayed> {
  graph.reset();
  const { method } = example;
  const path = await toPath(graph, example, route);
  const { 'content-length': _length, ...headers } = lowerCased(example.requestHeaders);
  const body = await toBody(graph, example);
  const sent = headers['content-type']?.includes('json') ? { ...headers, 'content-type': 'application/json' } : headers;
  const asked = withoutContentType(sent, body);
  const answer = await graph.ask(path, { ...SCOPED, method, body, headers: asked, redirect: 'manual' });
  return { status: answer.status, problems: problemsOf(openapi, example, path, answer) };
}

function problemsOf(
  openapi: OpenApiValidator | undefined,
  { method, responses }: Documented,
  path: string,
  answer: Answer,
): readonly string[] {
  if (answer.status >= 400) return [`${answer.status} ${answer.text.slice(0, 200)}`];
  const expected = responses.map(({ status }) => status);
  const wrongStatus = isSuccessOf(answer.status, expected) ? [] : [`${answer.status}, not ${expected.join(' or ')}`];
  const invalid = (openapi?.validateResponse(method, path, answer.status, answer.body) ?? []).filter(
    (problem) => !problem.endsWith('is not described'),
  );
  return [...wrongStatus, ...invalid, ...missing(responses[0]?.body, answer.body).map((name) => `${name} is missing`)];
}

/** Pages of the documentation show 200 and 201 for each other. */
function isSuccessOf(status: number, expected: readonly number[]): boolean {
  const made = [200, 201];
  return expected.includes(status) || (made.includes(status) && expected.some((one) => made.includes(one)));
}

/** Only sometimes there; the last four are no longer in v1.0. */
const OPTIONAL = [
  ...['isManaged', 'displayDevice', 'isShared', 'isSharedWithMe'],
  ...['@odata.nextLink', '@odata.deltaLink', '@odata.id', '@odata.etag', '@odata.type'],
];

/** Properties that the documented answer has and this one has not; of a list those of every documented row. */
function missing(documented: unknown, answered: unknown): string[] {
  if (!isObject(documented) || !isObject(answered)) return [];
  const [docs, own] = [rowsOf(documented), rowsOf(answered)];
  if (!docs || !own) return without(documented, answered);
  if (own[0] === undefined || docs[0] === undefined) return [];
  const everywhere = Object.keys(docs[0]).filter((name) => docs.every((row) => name in row));
  return everywhere.filter((name) => !OPTIONAL.includes(name) && !own.some((row) => name in row));
}

function without(documented: Record<string, unknown>, answered: Record<string, unknown>): string[] {
  return Object.keys(documented).filter((name) => !OPTIONAL.includes(name) && !(name in answered));
}

function rowsOf({ value }: Record<string, unknown>): Record<string, unknown>[] | undefined {
  return Array.isArray(value) ? value.filter(isObject) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function toPath(graph: GraphHarness, example: Documented, route: string): Promise<string> {
  const [path = '', ...query] = pathOf(example.url).split('?');
  if (/:\/|drive\/search/.test(path)) return withIds(graph, example, pathOf(example.url));
  const [inFolder] = IN_FOLDER.exec(example.url) ?? [];
  const asked = partsOf(example.url.replace(IN_FOLDER, '/messages/'));
  const parts: string[] = [];
  for (const [index, part] of partsOf(route).entries()) {
    const [, parameter] = /^\{(.*)\}$/.exec(part) ?? [];
    const place = parameter === undefined ? undefined : PLACES[parameter];
    parts.push(place ? encodeURIComponent(await place(graph, example)) : (asked[index] ?? ''));
  }
  const made = `/${parts.join('/')}`;
  return `${inFolder ? made.replace('/messages/', inFolder) : made}${path.endsWith('/') ? '/' : ''}${query.length > 0 ? `?${query.join('?')}` : ''}`;
}

/** Paths of files stay as they are. */
async function withIds(graph: GraphHarness, example: Documented, path: string): Promise<string> {
  const idOf = async (name: string) => encodeURIComponent((await PLACES[name]?.(graph, example)) ?? '');
  return path.replace('{item-id}', await idOf('driveItem-id')).replace('{drive-id}', await idOf('drive-id'));
}

/** Ids in a body are of folders: the one to move to. */
async function toBody(graph: GraphHarness, { requestBody }: Documented): Promise<unknown> {
  if (requestBody === undefined || requestBody === null) return undefined;
  const folder = (await graph.ask('/me/drive/root:/Documents')).body.id as string;
  const text = typeof requestBody === 'string' ? requestBody : JSON.stringify(requestBody);
  const drive = (await graph.ask('/me/drive')).body.id as string;
  return text
    .replace('{new-parent-folder-id}', folder)
    .replace('destinationId-value', 'archive')
    .replace(/"parentReference":\{"driveId":[^}]*\}/, `"parentReference":{"driveId":"${drive}","id":"${folder}"}`);
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The harness says JSON where nothing else is said. */
function withoutContentType(headers: Record<string, string>, body: unknown): Record<string, string> {
  const { 'content-type': type, ...rest } = headers;
  return type === undefined || body === undefined || type.includes('json') ? rest : { ...rest, 'Content-Type': type };
}
