import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { TEAM } from './primitives.js';
import { ask, messagesOf } from './support.js';

const REVISIONS = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'];
const FORM = { elicitation: { form: {} } };

let tenant: LocalTenant;
let behalf: Behalf;
let to: { url: string; token: string };

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, TEAM));
  to = { url: behalf.url, token: await tenant.token({ user: 'anna', scope: 'User.Read' }) };
});

type Result = Record<string, unknown>;
type Params = Parameters<typeof ask>[2];

async function result(method: string, params: Params = {}, revision = '2025-11-25'): Promise<Result> {
  const { body, text } = await ask(to, method, params, { revision, capabilities: FORM });
  if (!body.result) throw new Error(text);
  return body.result;
}

async function failure(method: string, params: Params, revision = '2025-11-25') {
  const { status, challenge, body } = await ask(to, method, params, { revision });
  return { status, challenge, error: body.error as undefined | { code: number; message: string; data?: object } };
}

const names = (listed: unknown) => (listed as { name: string }[]).map(({ name }) => name);
/** What the audit wrote meanwhile. */
async function audited(work: () => Promise<unknown>): Promise<readonly object[]> {
  const output = new Output();
  await work().finally(() => output.close());
  return output.takeAudit();
}

describe.each(REVISIONS)('a client of %s', (revision) => {
  it('is shown the prompts that its person may use, with their arguments', async () => {
    const { prompts } = await result('prompts/list', {}, revision);
    expect(names(prompts)).toEqual(['team_greet', 'team_ask']);
    expect(prompts).toContainEqual({
      name: 'team_greet',
      title: 'Greet',
      description: 'Greets the person.',
      arguments: [
        { name: 'word', description: 'How to greet.', required: true },
        { name: 'more', required: false },
      ],
    });
  });

  it('is given a prompt as the person, in parts that the revision knows', async () => {
    const { messages } = await result('prompts/get', { name: 'team_greet', arguments: { word: 'hi' } }, revision);
    const content = (messages as { content: Result }[]).map((message) => message.content);
    expect(content[0]?.['text']).toMatch(/^hi Anna Berg anna\.berg@\S+ {2}half \ufffd$/);
    expect(content.slice(1).map(({ type }) => type)).toEqual(
      revision < '2025-06-18' ? ['image'] : ['image', 'resource_link'],
    );
  });

  it('is shown the resources and the templates, each in its list', async () => {
    const { resources } = await result('resources/list', {}, revision);
    expect(resources).toEqual([
      {
        name: 'team_me',
        title: 'Me',
        description: 'Who I am.',
        uri: 'team://me',
        mimeType: 'text/plain',
        annotations: { audience: ['user'], priority: 0.5 },
      },
    ]);
    const { resourceTemplates } = await result('resources/templates/list', {}, revision);
    expect(resourceTemplates).toMatchObject([{ name: 'team_file', uriTemplate: 'team://files/{folder}/{name}.txt' }]);
  });

  it('reads them as the person', async () => {
    const { contents } = await result('resources/read', { uri: 'team://me' }, revision);
    expect(contents).toEqual([
      { uri: 'team://me', mimeType: 'text/plain', text: 'Anna Berg half \ufffd' },
      { uri: 'team://me/picture', mimeType: 'text/plain', blob: 'AQI=' },
    ]);
    const uri = 'team://files/a%20b/c.d.txt';
    const read = await result('resources/read', { uri }, revision);
    expect(read['contents']).toEqual([{ uri, mimeType: 'text/plain', text: 'a b|c.d|User.Read' }]);
  });

  it('has arguments completed', async () => {
    const ref = { type: 'ref/prompt', name: 'team_greet' };
    const prompt = await result('completion/complete', { ref, argument: { name: 'word', value: 'h' } }, revision);
    expect(prompt['completion']).toEqual({ values: ['hello', 'hi'], total: 2, hasMore: false });
    const template = { type: 'ref/resource', uri: 'team://files/{folder}/{name}.txt' };
    const argument = { name: 'name', value: 'x' };
    const context = { arguments: { folder: 'f' } };
    const resource = await result('completion/complete', { ref: template, argument, context }, revision);
    expect(resource['completion']).toMatchObject({ values: ['f-x'] });
    const other = await result('completion/complete', { ref, argument: { name: 'constructor', value: '' } }, revision);
    expect(other['completion']).toEqual({ values: [], total: 0, hasMore: false });
  });

  it.each<[string, Params]>([
    ['prompts/get', { name: 'team_mail', arguments: { folder: 'x' } }],
    ['resources/read', { uri: 'team://inbox' }],
    [
      'completion/complete',
      { ref: { type: 'ref/prompt', name: 'team_mail' }, argument: { name: 'folder', value: '' } },
    ],
  ])('is challenged by %s for the scope that the person lacks', async (method, params) => {
    const { status, challenge } = await failure(method, params, revision);
    expect(status).toBe(403);
    expect(challenge).toMatch(/error="insufficient_scope".*scope="[^"]*\/Mail\.Read /);
  });

  it('is challenged too where only the reading finds out', async () => {
    const { status, challenge } = await failure('resources/read', { uri: 'team://files/a/claims.txt' }, revision);
    expect([status, challenge]).toEqual([403, expect.stringContaining('/Mail.Read')]);
  });

  it.each([
    'team://nothing',
    'team://files/a/none.txt',
    'team://files/a/b/c.txt',
    'team://files/a%2Fb/c.txt',
    'team://files/%E0/c.txt',
    'team://files//c.txt',
    `team://files/a/${'c'.repeat(3_000)}.txt`,
  ])('is told that nothing is at %s', async (uri) => {
    const { status, error } = await failure('resources/read', { uri }, revision);
    expect([status, error]).toEqual([200, { code: -32_602, message: expect.any(String), data: { uri } }]);
  });

  it.each<[string, Params]>([
    ['a prompt that is not there', { name: 'team_nothing' }],
    ['a missing argument', { name: 'team_greet' }],
    ['an unknown argument', { name: 'team_greet', arguments: { word: 'hi', other: '1' } }],
    ['a wrong argument', { name: 'team_greet', arguments: { word: 'hi', more: 'too long' } }],
    ['an argument where there are none', { name: 'team_ask', arguments: { word: 'hi' } }],
  ])('is told of %s', async (_what, params) => {
    const { error } = await failure('prompts/get', params, revision);
    expect(error?.code).toBe(-32_602);
  });

  it.each(['bug', 'huge'])('is told nothing of the inside by a %s', async (name) => {
    const { error } = await failure('resources/read', { uri: `team://files/a/${name}.txt` }, revision);
    expect(error).toMatchObject({ code: -32_603, data: { code: 'internal_error' } });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('is given the link of a consent with the error', async () => {
    const { error } = await failure('resources/read', { uri: 'team://files/a/consent.txt' }, revision);
    expect(error).toMatchObject({ data: { code: 'consent_required', url: 'https://login.example/x' } });
  });
});

describe('a prompt that asks', () => {
  it('asks a client of 2026-07-28, and is got again with the answer', async () => {
    const asked = await result('prompts/get', { name: 'team_ask' }, '2026-07-28');
    expect(asked).toMatchObject({ resultType: 'input_required', inputRequests: { confirm: {} } });
    const inputResponses = { confirm: { action: 'accept', content: { ok: true } } };
    const { messages } = await result('prompts/get', { name: 'team_ask', inputResponses }, '2026-07-28');
    expect(messages).toMatchObject([{ content: { text: 'accept' } }]);
  });

  it('cannot ask an older one', async () => {
    const { error } = await failure('prompts/get', { name: 'team_ask' });
    expect(error).toMatchObject({ code: -32_603, data: { code: 'not_allowed' } });
  });
});

describe('what is kept of it', () => {
  it('is who, which and with what outcome, and never the address or an argument', async () => {
    const lines = await audited(async () => {
      await result('prompts/get', { name: 'team_greet', arguments: { word: 'hi' } });
      await result('resources/read', { uri: 'team://files/secret/plan.txt' });
      const ref = { type: 'ref/prompt', name: 'team_greet' };
      await result('completion/complete', { ref, argument: { name: 'word', value: 'h' } });
      await failure('resources/read', { uri: 'team://inbox' });
      await failure('prompts/get', { name: 'team_secret' });
    });
    expect(lines).toMatchObject([
      { decision: 'allowed', prompt: 'team_greet', scopes: ['User.Read'] },
      { decision: 'allowed', resource: 'team_file' },
      { decision: 'allowed', prompt: 'team_greet', completes: 'word' },
      { decision: 'refused', reason: 'insufficient_scope', resource: 'team_inbox' },
      { decision: 'refused', reason: 'not_found' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});

describe('progress of a resource', () => {
  it.each(['2025-11-25', '2026-07-28'])('is told in a stream to a client of %s that wants it', async (revision) => {
    const answer = await ask(to, 'resources/read', { uri: 'team://me' }, { revision, meta: { progressToken: 'p' } });
    expect(messagesOf(answer).map(({ method }) => method)).toEqual(['notifications/progress', undefined]);
  });
});

describe('the capabilities of the server', () => {
  const capabilities = async (url: string, revision: string) => {
    const initialize = { protocolVersion: revision, capabilities: {}, clientInfo: { name: 'x', version: '1' } };
    const [method, params] = revision < '2026' ? ['initialize', initialize] : ['server/discover', {}];
    const { body } = await ask({ ...to, url }, String(method), params as Params, { revision });
    return body.result?.['capabilities'];
  };

  it.each(['2025-11-25', '2026-07-28'])('name what there is, and no changes of lists (%s)', async (revision) => {
    expect(await capabilities(to.url, revision)).toEqual({
      tools: { listChanged: false },
      prompts: { listChanged: false },
      resources: { listChanged: false },
      completions: {},
    });
  });

  it.each<[string, object, Record<string, string>]>([
    ['nothing is declared', {}, {}],
    ['the operator has all of it off', TEAM, { TOOLSETS: 'core' }],
  ])('name tools alone where %s', async (_what, extension, env) => {
    const plain = await startBehalf(tenant, { ...extension, env });
    try {
      expect(await capabilities(plain.url, '2026-07-28')).toEqual({ tools: { listChanged: false } });
      const { status, body } = await ask({ ...to, url: plain.url }, 'prompts/list', {}, { revision: '2026-07-28' });
      expect([status, body.error?.code]).toEqual([404, -32_601]);
    } finally {
      await plain.close();
    }
  });
});
