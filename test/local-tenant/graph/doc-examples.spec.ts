import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPENAPI_FILE, loadOpenApi } from '../../support/openapi.js';
import { GraphHarness } from './harness.js';

interface Example {
  readonly source: string;
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

beforeAll(async () => {
  graph = await GraphHarness.open();
});
afterAll(() => graph.close());

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
