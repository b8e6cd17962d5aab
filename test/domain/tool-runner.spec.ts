import {
  defineTool,
  DomainError,
  type Ports,
  type Tool,
  ToolCatalog,
  ToolRunner,
  UserToken,
  UserTokenProvider,
  type UserTokenRequest,
} from '@app/domain';
import { z } from 'zod';
import { aCaller, someLimits } from '@app/testing';

const noPorts = {} as Ports;

class RecordingTokens extends UserTokenProvider {
  readonly asked: (readonly string[])[] = [];

  constructor(readonly refuse: (request: UserTokenRequest) => DomainError | undefined = () => undefined) {
    super();
  }

  override async tokenFor(request: UserTokenRequest): Promise<UserToken> {
    this.asked.push(request.scopes);
    const refusal = this.refuse(request);
    if (refusal) throw refusal;
    return new UserToken('graph');
  }
}

const echo = defineTool({
  name: 'test_echo',
  title: 'Echo',
  description: 'Says it again.',
  toolset: 'core',
  input: z.strictObject({ subject: z.string(), timeZone: z.string().optional(), count: z.int().max(5).optional() }),
  output: z.object({ subject: z.string(), mayReadBody: z.boolean() }),
  requiredScopes: ['Calendars.ReadBasic'],
  optionalScopes: ['Calendars.Read'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  execute: async ({ subject }, { user }) => ({
    data: { subject, mayReadBody: user.may('Calendars.Read') },
    summary: 'Said again.',
  }),
});

function run(args: unknown, options: { scopes?: string[]; tokens?: RecordingTokens; tool?: string } = {}) {
  const runner = new ToolRunner(new ToolCatalog([echo as Tool]), options.tokens ?? new RecordingTokens(), noPorts);
  const caller = aCaller({ scopes: options.scopes ?? ['Calendars.Read'] });
  return runner.run({ caller, name: options.tool ?? 'test_echo', arguments: args, limits: someLimits() });
}

describe('ToolRunner', () => {
  it('runs a tool with the Graph token of the scopes it declares', async () => {
    const tokens = new RecordingTokens();
    const result = await run({ subject: 'hello' }, { tokens });
    expect(result.data).toEqual({ subject: 'hello', mayReadBody: true });
    expect(tokens.asked).toEqual([['Calendars.ReadBasic', 'Calendars.Read']]);
  });

  it('does not ask for an optional scope the caller lacks', async () => {
    const tokens = new RecordingTokens();
    expect((await run({ subject: 'x' }, { tokens, scopes: ['Calendars.ReadBasic'] })).data.mayReadBody).toBe(false);
    expect(tokens.asked).toEqual([['Calendars.ReadBasic']]);
  });

  it('does without an optional scope whose consent is missing at Graph', async () => {
    const tokens = new RecordingTokens(({ scopes }) =>
      scopes.includes('Calendars.Read') ? new DomainError('consent_required', 'consent first') : undefined,
    );
    expect((await run({ subject: 'x' }, { tokens })).data.mayReadBody).toBe(false);
    expect(tokens.asked).toHaveLength(2);
  });

  it('refuses a caller without the required scope before any token is asked for', async () => {
    const tokens = new RecordingTokens();
    await expect(run({ subject: 'x' }, { tokens, scopes: ['Mail.Read'] })).rejects.toMatchObject({
      code: 'insufficient_scope',
      details: { scopes: ['Calendars.ReadBasic'] },
    });
    expect(tokens.asked).toEqual([]);
  });

  it('refuses an unknown tool', async () => {
    await expect(run({}, { tool: 'constructor' })).rejects.toMatchObject({ code: 'unknown_tool' });
  });

  it.each([
    [{}, '"subject" is missing'],
    [{ subject: 1 }, '"subject"'],
    [{ subject: 'x', timezone: 'UTC' }, 'Unknown argument "timezone". Did you mean "timeZone"?'],
    [{ subject: 'x', userId: 'victim' }, 'Unknown argument "userId". Known: subject, timeZone, count.'],
    [{ subject: 'x', count: 9 }, '"count"'],
    ['not an object', 'must be an object with subject, timeZone, count'],
  ])('tells the model how to fix %j', async (args, message) => {
    await expect(run(args)).rejects.toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining(message),
    });
  });
});

describe('ToolCatalog', () => {
  it('refuses two tools of one name', () => {
    expect(() => new ToolCatalog([echo as Tool, echo as Tool])).toThrow('test_echo');
  });
});
