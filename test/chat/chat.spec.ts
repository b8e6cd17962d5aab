import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chat } from '../../apps/chat/src/chat.js';
import { ChatError, EXIT } from '../../apps/chat/src/exit-codes.js';
import { readOptions } from '../../apps/chat/src/options.js';
import { printable, tablesOf } from '../../apps/chat/src/presenters/tables.js';
import { item, said, startTinyFoundry, type TinyFoundry } from './support/tiny-foundry.js';
import { keptOpen } from '../support/keep-open.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const CONSENT = { type: 'oauth_consent_request', id: 'o1', consent_link: 'https://consent.example/login?data=1' };
const APPROVAL = {
  type: 'mcp_approval_request',
  id: 'a1',
  server_label: 'behalf',
  name: 'calendar_create_event',
  arguments: '{"subject":"Lunch"}',
};
const CALL = {
  type: 'mcp_call',
  id: 'c1',
  server_label: 'behalf',
  name: 'calendar_list_events',
  arguments: '{}',
  output: JSON.stringify({ events: [{ id: 'AAk', subject: 'Standup', start: '09:00' }] }),
};

let foundry: TinyFoundry;
const keep = keptOpen(afterEach);
beforeEach(async () => {
  foundry = await keep(startTinyFoundry());
});

function aToken(claims: object = { scp: 'user_impersonation', oid: '1' }): string {
  return ['{}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

interface Run {
  readonly code: number;
  readonly output: string;
  readonly opened: readonly string[];
}

/** The client with these arguments and what the person types. */
async function run(args: readonly string[], typed: readonly string[] = [], token = aToken()): Promise<Run> {
  const file = join(temporaryFolder(), 'token');
  writeFileSync(file, token);
  const options = readOptions(['--endpoint', foundry.endpoint, '--token-file', file, ...args], {});
  if (!options) throw new Error('help');
  const answers = [...typed];
  const opened: string[] = [];
  let output = '';
  const terminal = {
    write: (text: string) => void (output += text),
    ask: async (question: string) => {
      output += question;
      const answer = answers.shift();
      if (answer === undefined) throw new Error('the input ended');
      return answer;
    },
    open: async (url: string) => void opened.push(url),
  };
  const code = await chat(options, terminal, new AbortController().signal);
  return { code, output, opened };
}

const linesOf = ({ output }: Run) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);

describe('a message', () => {
  it('is sent with the token of the person to the agent named, and its answer shown as it comes', async () => {
    foundry.next(said('Hello Anna'));
    const { code, output } = await run(['--agent', 'assistant', 'hello']);
    expect([code, output]).toEqual([EXIT.answered, 'Hello Anna\n']);
    expect(foundry.asked[0]).toMatchObject({
      path: '/api/projects/local/openai/v1/responses',
      authorization: `Bearer ${aToken()}`,
      body: { input: 'hello', stream: true, agent_reference: { name: 'assistant', type: 'agent_reference' } },
    });
  });

  it.each([
    ['with --own-endpoint', ['--own-endpoint', '--agent', 'assistant']],
    ['where its URL is given', ['--endpoint', '<own>']],
  ])('is sent to the own endpoint of the agent %s, which is then not named', async (_how, args) => {
    foundry.next(said('Hello Anna'));
    const own = `${foundry.endpoint}/agents/assistant/endpoint/protocols/openai`;
    const { code } = await run([...args.map((argument) => argument.replace('<own>', own)), 'hello']);
    const path = '/api/projects/local/agents/assistant/endpoint/protocols/openai/responses';
    expect([code, foundry.asked[0]?.path]).toEqual([EXIT.answered, path]);
    expect(foundry.asked[0]?.body).toEqual({ input: 'hello', stream: true });
  });

  it('goes on from the response before it', async () => {
    foundry.next(said('one', 'resp_1'), said('two', 'resp_2'), said('three', 'resp_3'));
    await run([], ['first', '', 'second', 'third']);
    expect(foundry.asked.map(({ body }) => body['previous_response_id'])).toEqual([undefined, 'resp_1', 'resp_2']);
  });

  it('shows the lists in a result as tables without ids', async () => {
    foundry.next(item(CALL));
    const { output } = await run(['what is on today?']);
    expect(output).toContain('Standup');
    expect(output).not.toContain('AAk');
  });
});

describe('consent', () => {
  it('is asked for by its link, opened when wished, and the message then goes on', async () => {
    foundry.next(item(CONSENT), said('Your meetings'));
    const { code, output, opened } = await run(['meetings?'], ['y', '']);
    expect(output).toContain(CONSENT.consent_link);
    expect([code, opened]).toEqual([EXIT.answered, [CONSENT.consent_link]]);
    expect(foundry.asked[1]?.body).toMatchObject({ previous_response_id: 'resp_1', tool_choice: 'required' });
  });

  it('left undone ends the message, and a script is told so by an exit code and the link', async () => {
    foundry.next(item(CONSENT), item(CONSENT));
    expect(await run(['meetings?'], ['n', 'n'])).toMatchObject({ code: EXIT.consentNeeded, opened: [] });
    const script = await run(['--json', 'meetings?']);
    expect(script.code).toBe(EXIT.consentNeeded);
    expect(linesOf(script)).toContainEqual({ type: 'consent', url: CONSENT.consent_link });
  });
});

describe('approval', () => {
  it.each([
    ['y', true],
    ['', false],
    ['no', false],
  ])('is asked for with tool and arguments, and "%s" means %s', async (answer, approve) => {
    foundry.next(item(APPROVAL), said('Done'));
    const { output } = await run(['lunch'], [answer]);
    expect(output).toMatch(/calendar_create_event with\n\s+{\n\s+"subject": "Lunch"/);
    expect(foundry.asked[1]?.body['input']).toEqual([
      { type: 'mcp_approval_response', approval_request_id: 'a1', approve },
    ]);
  });

  it('is never asked of a script: --approve gives it, otherwise the call waits for a person', async () => {
    foundry.next(item(APPROVAL), item(APPROVAL), said('Done'));
    const waiting = await run(['--json', 'lunch']);
    expect(waiting.code).toBe(EXIT.approvalNeeded);
    expect(linesOf(waiting)).toContainEqual(expect.objectContaining({ type: 'approval', approved: false }));
    expect((await run(['--json', '--approve', 'lunch'])).code).toBe(EXIT.answered);
    expect(foundry.asked.map(({ body }) => body['input'])).toMatchObject(['lunch', 'lunch', [{ approve: true }]]);
  });
});

describe('a script', () => {
  it('reads one JSON object per line', async () => {
    foundry.next([...item(CALL).slice(0, 2), ...said('Hi')]);
    expect(linesOf(await run(['--json', 'hi']))).toEqual([
      { type: 'tool', name: CALL.name, arguments: {}, output: JSON.parse(CALL.output) },
      { type: 'text', delta: 'H' },
      { type: 'text', delta: 'i' },
      { type: 'done' },
    ]);
  });
});

describe('what goes wrong', () => {
  it.each([
    [401, EXIT.signIn],
    [403, EXIT.signIn],
    [500, EXIT.failed],
  ])('HTTP %i of Foundry', async (status, exitCode) => {
    foundry.next(status);
    await expect(run(['hi'])).rejects.toMatchObject({ exitCode, message: expect.stringContaining(`${status}`) });
  });

  it('a response that fails says why', async () => {
    foundry.next([{ type: 'response.failed', response: { id: 'r', error: { message: 'Timeout of 100 s' } } }]);
    expect(await run(['hi'])).toMatchObject({ code: EXIT.failed, output: expect.stringContaining('Timeout of 100 s') });
  });

  it('a token of an application is not sent: everybody would share one consent', async () => {
    const call = run(['hi'], [], aToken({ idtyp: 'app', roles: [] }));
    await expect(call).rejects.toMatchObject({
      exitCode: EXIT.signIn,
      message: expect.stringContaining('Sign in as yourself'),
    });
    expect(foundry.asked).toEqual([]);
  });

  it.each([[['--sign-in', 'password']], [['--nonsense']], [['--endpoint', 'nowhere']]])(
    '%j is a wrong call',
    (args) => {
      expect(() => readOptions(args, {})).toThrow(ChatError);
    },
  );
});

it('what others wrote cannot steer the terminal', () => {
  expect(printable('a\u001b[2Jb\u202ec\nd')).toBe('a[2Jbc\nd');
  expect(tablesOf({ events: [{ subject: '\u001b[31mred' }] })).not.toContain('\u001b');
});
