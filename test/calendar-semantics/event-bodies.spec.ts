import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { StubbedGraph } from './stubbed-graph.js';

describe('the body of an event', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  it('is shown as text although Graph sends HTML', async () => {
    const content =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>p{margin:0}</style></head>' +
      '<body><p>Agenda:&nbsp;Grüße &amp; 1 &lt; 2</p><ul><li>One</li><li><a href="https://plan.example/x">Plan</a></li></ul></body></html>';
    graph.will({ 'GET /me/events/AAMkEvent=': graphEvent({ body: { contentType: 'html', content } }) });
    const { untrustedBody } = await graph.call('calendar_get_event', { eventId: 'AAMkEvent=' });
    expect(untrustedBody).toMatch(/^Agenda:\s+Grüße & 1 < 2/);
    expect(untrustedBody).toContain('https://plan.example/x');
    expect(untrustedBody).not.toMatch(/<\/?(html|p|ul|li)\b|margin/);
  });

  it('is left as it is where it is text that looks like HTML', async () => {
    const body = { contentType: 'text', content: 'if a < b & c > d: <p>' } as const;
    graph.will({ 'GET /me/events/AAMkEvent=': graphEvent({ body }) });
    expect(await graph.call('calendar_get_event', { eventId: 'AAMkEvent=' })).toMatchObject({
      untrustedBody: body.content,
    });
  });
});
