import { type InputRequired, inputRequired, type ToolAnswer, type ToolContext } from '@app/domain';
import { z } from 'zod';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { ask, type RpcOptions, TEAM_TOOLSET, teamTool } from './support.js';

type Outcome = ToolAnswer<{ said: string }> | InputRequired;

const confirm = z.object({ ok: z.boolean(), note: z.string().optional() });
const FORM = { elicitation: { form: {} } };
const MODERN: RpcOptions = { revision: '2026-07-28', capabilities: FORM };

let execute: (context: ToolContext) => Outcome;
let tenant: LocalTenant;
let behalf: Behalf;
/** Milliseconds by which the tenant and the server are ahead of the system's clock. */
let ahead = 0;
let to: { url: string; token: string };

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant({ clock: () => new Date(Date.now() + ahead) }));
  const tool = teamTool({
    input: z.strictObject({ day: z.string().optional().describe('The day.') }),
    execute: async (_input, context) => execute(context),
  });
  behalf = await keep(startBehalf(tenant, { tools: [tool], toolsets: [TEAM_TOOLSET] }));
});
beforeEach(async () => {
  ahead = 0;
  tenant.reset();
  to = { url: behalf.url, token: await tenant.token({ user: 'anna', scope: 'User.Read' }) };
  execute = ({ input }) => {
    const answer = input.form('confirm', confirm);
    if (!answer) {
      return inputRequired({ confirm: { kind: 'form', message: 'Sure?', schema: confirm } }, { round: 1 });
    }
    const round = input.state(z.object({ round: z.number() }))?.round ?? 0;
    return { data: { said: `${answer.action} in round ${round}` } };
  };
});

const call = (params: object = {}, options: RpcOptions = MODERN) =>
  ask(to, 'tools/call', { name: 'team_do', arguments: {}, ...params }, options);

/** The state after the first round. */
async function firstState(args: object = {}): Promise<string> {
  const { body } = await call({ arguments: args });
  return String(body.result?.['requestState']);
}

const accepted = { confirm: { action: 'accept', content: { ok: true } } };

describe('a tool that asks', () => {
  it('asks with a form, and is called again with the answer and its state', async () => {
    const { body } = await call();
    expect(body.result).toMatchObject({
      resultType: 'input_required',
      inputRequests: {
        confirm: {
          method: 'elicitation/create',
          params: {
            message: 'Sure?',
            requestedSchema: {
              type: 'object',
              properties: { ok: { type: 'boolean' }, note: { type: 'string' } },
              required: ['ok'],
            },
          },
        },
      },
    });
    const again = await call({ inputResponses: accepted, requestState: body.result?.['requestState'] });
    expect(again.body.result?.structuredContent).toEqual({ said: 'accept in round 1' });
  });

  it.each(['decline', 'cancel'])('is told that the person chose to %s', async (action) => {
    const { body } = await call({ inputResponses: { confirm: { action } } });
    expect(body.result?.structuredContent).toEqual({ said: `${action} in round 0` });
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['another name', { other: { action: 'accept', content: { ok: true } } }],
    ['no object', { confirm: 12_345 }],
    ['a wrong type', { confirm: { action: 'accept', content: { ok: 'yes' } } }],
    ['a name of Object', { constructor: { action: 'accept', content: { ok: true } } }],
  ])('asks again where the answer is %s', async (_what, inputResponses) => {
    const { body } = await call({ inputResponses });
    expect(body.result?.['resultType'] ?? body.error).toBe('input_required');
  });

  it('takes what else the client can give', async () => {
    execute = ({ input }) => {
      const [text, roots] = [input.sampled('text'), input.roots('roots')];
      const opened = input.opened('page');
      if (text === undefined) {
        return inputRequired({
          text: { kind: 'sampling', prompt: 'Write.', maxTokens: 10, system: 'Be short.' },
          roots: { kind: 'roots' },
          page: { kind: 'url', message: 'Look.', url: 'https://team.example/page' },
        });
      }
      return { data: { said: [text, roots?.[0]?.uri, opened].join(' ') } };
    };
    const options = { ...MODERN, capabilities: { sampling: {}, roots: {}, elicitation: { url: {} } } };
    const asked = (await call({}, options)).body.result;
    expect(asked?.['requestState']).toBeUndefined();
    expect(asked?.['inputRequests']).toMatchObject({
      text: { method: 'sampling/createMessage', params: { maxTokens: 10, systemPrompt: 'Be short.' } },
      roots: { method: 'roots/list' },
      page: { method: 'elicitation/create', params: { mode: 'url', url: 'https://team.example/page' } },
    });
    const inputResponses = {
      text: { role: 'assistant', model: 'm', content: { type: 'text', text: 'words' } },
      roots: { roots: [{ uri: 'file:///home' }] },
      page: { action: 'accept' },
    };
    const { body } = await call({ inputResponses }, options);
    expect(body.result?.structuredContent).toEqual({ said: 'words file:///home accept' });
  });
});

describe('a client that cannot be asked', () => {
  it('of 2026-07-28 is told the capability that it lacks', async () => {
    const { status, body } = await call({}, { revision: '2026-07-28' });
    expect([status, body.error?.code]).toEqual([400, -32_021]);
    expect(body.error).toMatchObject({ data: { requiredCapabilities: { elicitation: {} } } });
  });

  it.each(['2025-03-26', '2025-11-25'])('of %s gets a tool error that says what would help', async (revision) => {
    const { status, body } = await call({}, { revision });
    expect([status, body.result?.isError]).toEqual([200, true]);
    expect(body.result?.content?.[0]?.text).toContain('in which a server cannot ask');
  });

  it('can be told apart by the tool, which then does without', async () => {
    execute = ({ input }) => ({ data: { said: String(input.supports('form')) } });
    const said = async (options: RpcOptions) => (await call({}, options)).body.result?.structuredContent?.['said'];
    expect(await said(MODERN)).toBe('true');
    expect(await said({ revision: '2026-07-28', capabilities: { elicitation: {} } })).toBe('true');
    expect(await said({ revision: '2026-07-28', capabilities: { elicitation: { url: {} } } })).toBe('false');
    expect(await said({ revision: '2025-11-25', capabilities: FORM })).toBe('false');
  });
});

describe('the state between two rounds', () => {
  const refused = { code: -32_602, message: 'Invalid or expired requestState. Start the call again.' };

  it.each<[string, (state: string) => unknown]>([
    ['changed', (state) => `${state.slice(0, -3)}AAA`],
    ['made up', () => 'eyJyb3VuZCI6OX0.AAAA'],
    ['empty', () => ''],
  ])('is refused when it was %s', async (_what, forge) => {
    const requestState = forge(await firstState());
    expect((await call({ inputResponses: accepted, requestState })).body.error).toMatchObject(refused);
  });

  it('is of one person', async () => {
    const requestState = await firstState();
    to = { ...to, token: await tenant.token({ user: 'ben', scope: 'User.Read' }) };
    expect((await call({ inputResponses: accepted, requestState })).body.error).toMatchObject(refused);
  });

  it('is for the same arguments', async () => {
    const requestState = await firstState({ day: 'monday' });
    const tuesday = await call({ arguments: { day: 'tuesday' }, inputResponses: accepted, requestState });
    expect(tuesday.body.error).toMatchObject(refused);
    const monday = await call({ arguments: { day: 'monday' }, inputResponses: accepted, requestState });
    expect(monday.body.result?.structuredContent).toEqual({ said: 'accept in round 1' });
  });

  it('ends after half an hour', async () => {
    const requestState = await firstState();
    ahead = 31 * 60_000;
    to = { ...to, token: await tenant.token({ user: 'anna', scope: 'User.Read' }) };
    expect((await call({ inputResponses: accepted, requestState })).body.error).toMatchObject(refused);
  });

  it('is no state to the tool where the client only says that it is', async () => {
    const { body } = await call({ inputResponses: accepted });
    expect(body.result?.structuredContent).toEqual({ said: 'accept in round 0' });
  });
});
