import type { ContentPart } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { startTestTenant } from '../support/tenant.js';
import { ask, TEAM_TOOLSET, teamTool } from './support.js';

const bytes = new Uint8Array([1, 2, 3, 250]);
const base64 = Buffer.from(bytes).toString('base64');
const PARTS: readonly ContentPart[] = [
  { type: 'image', mimeType: 'image/png', bytes, annotations: { audience: ['user'], priority: 0.5 } },
  { type: 'audio', mimeType: 'audio/wav', bytes },
  { type: 'resource', uri: 'team://note/1', mimeType: 'text/plain', text: 'half \ud83d a pair' },
  { type: 'resource', uri: 'team://file/1', bytes },
  { type: 'resource_link', uri: 'https://team.example/"x"\n', name: 'A page', size: 12 },
];

let content: readonly ContentPart[];
let to: { url: string; token: string };

const keep = keptOpen();
beforeAll(async () => {
  const tenant = await keep(startTestTenant());
  const tool = teamTool({ execute: async () => ({ data: { said: 'it' }, summary: 'Said.', content }) });
  const behalf: Behalf = await keep(startBehalf(tenant, { tools: [tool], toolsets: [TEAM_TOOLSET] }));
  to = { url: behalf.url, token: await tenant.token({ user: 'anna', scope: 'User.Read' }) };
});
beforeEach(() => {
  content = PARTS;
});

async function blocks(revision: string): Promise<Record<string, unknown>[]> {
  const { body } = await ask(to, 'tools/call', { name: 'team_do' }, { revision });
  expect(body.result?.structuredContent).toEqual({ said: 'it' });
  return body.result?.content as unknown as Record<string, unknown>[];
}

describe('what a result carries beside its text', () => {
  it.each(['2025-06-18', '2025-11-25', '2026-07-28'])('comes in the form of %s, after the text', async (revision) => {
    const [text, ...parts] = await blocks(revision);
    expect(text).toMatchObject({ type: 'text' });
    expect(parts).toEqual([
      { type: 'image', mimeType: 'image/png', data: base64, annotations: { audience: ['user'], priority: 0.5 } },
      { type: 'audio', mimeType: 'audio/wav', data: base64 },
      { type: 'resource', resource: { uri: 'team://note/1', mimeType: 'text/plain', text: 'half \ufffd a pair' } },
      { type: 'resource', resource: { uri: 'team://file/1', blob: base64 } },
      { type: 'resource_link', uri: 'https://team.example/"x"\n', name: 'A page', size: 12 },
    ]);
  });

  it('is left out where the revision has no such part', async () => {
    const types = async (revision: string) => (await blocks(revision)).map(({ type }) => type);
    expect(await types('2025-03-26')).toEqual(['text', 'image', 'audio', 'resource', 'resource']);
    expect(await types('2024-11-05')).toEqual(['text', 'image', 'resource', 'resource']);
  });

  it('is named in the text, one line a part, for hosts that show the text alone', async () => {
    const [text] = await blocks('2024-11-05');
    expect(String(text?.['text']).split('\n').slice(-5)).toEqual([
      'content: image of type "image/png", 4 bytes',
      'content: audio of type "audio/wav", 4 bytes',
      expect.stringMatching(/^content: resource "team:\/\/note\/1" of type "text\/plain", \d+ bytes$/),
      'content: resource "team://file/1", 4 bytes',
      'content: a link to "https://team.example/\\"x\\"\\n", "A page"',
    ]);
  });

  it('is bounded: what is too much is left out, and the text says so', async () => {
    const large = { type: 'image', mimeType: 'image/png', bytes: new Uint8Array(3 * 1024 * 1024) } as const;
    content = [large, large, PARTS[1]!];
    const [text, ...parts] = await blocks('2025-11-25');
    expect(parts.map(({ type }) => type)).toEqual(['image', 'audio']);
    expect(text?.['text']).toContain('note: 1 part(s) were left out: a result holds 20 parts and 4 MiB.');
    content = Array.from({ length: 25 }, () => PARTS[1]!);
    expect(await blocks('2025-11-25')).toHaveLength(21);
  });

  it('must be a text or bytes', async () => {
    content = [{ type: 'resource', uri: 'team://nothing' }];
    const { body } = await ask(to, 'tools/call', { name: 'team_do' }, { revision: '2025-11-25' });
    expect(body.result).toMatchObject({ isError: true });
  });
});
