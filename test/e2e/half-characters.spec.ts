import { defineTool, DomainError, type Tool, TOOLS } from '@app/domain';
import { z } from 'zod';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type McpAnswer, rpc, send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const HALF = '\ud83d';

/** Answers as a service would whose texts were cut at 255 code units. */
const cut = defineTool({
  name: 'test_cut',
  title: 'Cut',
  description: 'Answers with texts that end in half a character.',
  toolset: 'core',
  input: z.strictObject({ fails: z.boolean().default(false) }),
  output: z.object({ list: z.array(z.object({ preview: z.string() })), names: z.record(z.string(), z.string()) }),
  requiredScopes: ['User.Read'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async execute({ fails }) {
    if (fails) throw new DomainError('not_found', `No "${HALF}" here.`, { userAction: `Not ${HALF}.` });
    const preview = `See you 😀${HALF}`;
    return { data: { list: [{ preview }], names: { [HALF]: preview } }, text: preview };
  },
});

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { tools: [...TOOLS, cut as unknown as Tool] }));
  token = await tenant.token({ user: 'anna', scope: 'User.Read' });
});

/** What is left when every whole character is taken out; strict readers of JSON refuse it, escaped or not. */
function halves({ text }: McpAnswer): string {
  return text.match(/\\+u[dD][89a-fA-F][0-9a-fA-F]{2}/g)?.join() ?? '';
}

describe('half a character', () => {
  it('is in no text, structured data or key of a result', async () => {
    const answer = await rpc(behalf.url, token, 'tools/call', { name: 'test_cut', arguments: {} });
    expect(halves(answer)).toBe('');
    expect(answer.body.result?.structuredContent).toEqual({
      list: [{ preview: 'See you 😀\ufffd' }],
      names: { '\ufffd': 'See you 😀\ufffd' },
    });
    expect(answer.body.result?.content?.[0]?.text).toContain('See you 😀\ufffd');
  });

  it('is in no error of a tool, nor in the JSON within its text', async () => {
    const answer = await rpc(behalf.url, token, 'tools/call', { name: 'test_cut', arguments: { fails: true } });
    expect(halves(answer)).toBe('');
    expect(answer.body.result?.content?.[0]?.text).toContain('No \\"\ufffd\\" here.');
  });

  it.each([
    ['an unknown argument', 'tools/call', { name: 'test_cut', arguments: { [HALF]: HALF } }],
    ['an unknown tool', 'tools/call', { name: HALF, arguments: {} }],
    ['an unknown method', `tools/${HALF}`, {}],
    ['a cursor', 'tools/list', { cursor: HALF }],
  ])('sent in %s does not come back', async (_what, method, params) => {
    expect(halves(await rpc(behalf.url, token, method, params))).toBe('');
  });

  it('sent as the id of a request does not come back', async () => {
    const body = '{"jsonrpc":"2.0","id":"\\ud83d","method":"tools/list"}';
    const answer = await send(behalf.url, { token, body });
    expect([answer.body.id, halves(answer)]).toEqual(['\ufffd', '']);
  });
});
