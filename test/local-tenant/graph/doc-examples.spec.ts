import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPENAPI_FILE, loadOpenApi } from '../../support/openapi.js';
import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

interface Example {
  readonly source: string;
  readonly name: string;
  readonly responses: readonly { readonly status: number }[];
  readonly method: string;
  readonly url: string;
  readonly requestBody?: Record<string, unknown>;
}

const FILE = join(dirname(OPENAPI_FILE), 'doc-examples.json');
const EXAMPLES = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { examples: Example[] }).examples : [];
const openapi = loadOpenApi();
const documented = EXAMPLES.filter(({ method, url }) => method === 'POST' && /\/events$/.test(url));
const note = EXAMPLES.length > 0 ? '' : ` (not at ${FILE}: nothing is compared)`;

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

describe(`the events that Microsoft's documentation creates${note}`, () => {
  it('are made here too, and keep what was sent', async () => {
    for (const { source, requestBody = {} } of documented) {
      const { status, body } = await graph.ask('/me/events', { method: 'POST', body: requestBody });
      expect([source, status, openapi?.validateRequest('POST', '/me/events', requestBody)]).toEqual([
        source,
        201,
        openapi ? [] : undefined,
      ]);
      expect(body.subject).toBe(requestBody['subject']);
      expect(body.bodyPreview.startsWith((requestBody['body'] as { content: string }).content)).toBe(true);
      expect(body.attendees).toHaveLength((requestBody['attendees'] as unknown[]).length);
      expect(body.recurrence === null).toBe(requestBody['recurrence'] === undefined);
    }
    expect(documented.length).toBeGreaterThanOrEqual(EXAMPLES.length > 0 ? 4 : 0);
  });
});

/** Those on drives that the local tenant serves, by Microsoft's names. */
const ON_DRIVES = [
  ...['enum-drives', 'get-drive-root', 'get-item-permissions', 'get-item-permission', 'download-item-content'],
  ...['item_search', 'create-folder', 'move-item', 'delete-permission-1', 'delete-drive-item'],
];

describe(`the requests on drives of Microsoft's documentation${note}`, () => {
  it.each(ON_DRIVES)('are answered as documented: %s', async (name) => {
    graph.reset();
    const idOf = async (path: string) => (await graph.ask(`/me/drive/root:/${path}`)).body.id as string;
    const item = await idOf(name === 'download-item-content' ? 'Projects/Launch%20plan.md' : 'Projects');
    const share = { recipients: [{ email: 'ben@fernglas.example' }], roles: ['read'] };
    const shared = await graph.ask(`/me/drive/items/${item}/invite`, { method: 'POST', body: share });
    const example = EXAMPLES.find((one) => one.name === name);
    if (!example) return expect(EXAMPLES).toEqual([]);
    const path = example.url.replace('{item-id}', item).replace('{perm-id}', shared.body.value[0].id as string);
    const folder = await idOf('Documents');
    const sent = JSON.stringify(example.requestBody).replace('{new-parent-folder-id}', folder);
    const answer = await graph.ask(path, {
      method: example.method,
      body: example.requestBody ? sent : undefined,
      redirect: 'manual',
    });
    expect(answer.status).toBe(example.responses[0]?.status);
    const problems = openapi?.validateResponse(example.method, path, answer.status, answer.body) ?? [];
    expect(problems.filter((problem) => !problem.endsWith('is not described'))).toEqual([]);
  });
});
