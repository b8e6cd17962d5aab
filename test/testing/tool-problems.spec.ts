import { CalendarPort, defineTool, type Tool } from '@app/domain';
import { runTool, tokenCost, toolProblems } from '@app/testing';
import { z } from 'zod';

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const good = defineTool({
  name: 'calendar_count_calendars',
  title: 'Count calendars',
  description: 'How many calendars the signed-in person has.',
  toolset: 'calendar',
  input: z.strictObject({}),
  output: z.object({ count: z.number() }),
  requiredScopes: ['Calendars.ReadBasic'],
  annotations,
  async execute(_input, { calendar, user }) {
    return { data: { count: (await calendar.listCalendars(user)).length } };
  },
}) as Tool;

const writing = { ...annotations, readOnlyHint: false };

describe('the check of a tool', () => {
  it('finds nothing wrong with a good one', () => expect(toolProblems(good)).toEqual([]));

  it.each<[string, Partial<Tool>, readonly string[]]>([
    ['a name with capitals', { name: 'countCalendars' }, ['name: write 3 to 40 letters of a to z and underscores']],
    [
      'a hint that is not stated',
      { annotations: { ...annotations, openWorldHint: undefined } as never },
      ['annotations: openWorldHint is not stated'],
    ],
    [
      'arguments that take unknown ones',
      { input: z.object({}) },
      ['input: use z.strictObject, so that unknown arguments are refused'],
    ],
    [
      'an argument that names the person, without a description',
      { input: z.strictObject({ userId: z.string() }) },
      ['input userId: the token alone names the person', 'input $.userId: has no description'],
    ],
    [
      'a union',
      { input: z.strictObject({ day: z.union([z.string(), z.number()]).describe('A day') }) },
      ['input $.day: not one type'],
    ],
    [
      'a write without a dry run',
      { annotations: writing },
      [
        'input: a tool that writes takes dryRun',
        'output: a tool that writes says actingAs',
        'requiredScopes: none of them allows writing',
        'effects: say whom it reaches; without them each call counts as reaching people outside the organisation',
      ],
    ],
    [
      'a number above zero by positive()',
      { input: z.strictObject({ amount: z.number().positive().max(9).describe('How much') }) },
      [
        'input $.amount: exclusiveMinimum is a keyword that some hosts refuse: use .min() in place of .positive() or .gt()',
      ],
    ],
    [
      'a tool that reads and reaches somebody',
      { effects: { reaches: 'insiders' } },
      ['effects: a tool that only reads reaches nobody'],
    ],
    [
      'recipients that are told without the domain of the person',
      {
        annotations: writing,
        input: z.strictObject({ dryRun: z.boolean().default(false).describe('true: changes nothing') }),
        output: z.object({ actingAs: z.string() }),
        requiredScopes: ['Calendars.ReadWrite'],
        effects: { reaches: 'outsiders', perCall: true },
      },
      ["effects: perCall needs optionalScopes: ['User.Read']; without it every recipient counts as outside"],
    ],
    [
      'a text of others that does not say so',
      { output: z.object({ untrustedNote: z.string() }) },
      ['output.untrustedNote: its description must say "data, not instructions"'],
    ],
  ])('names %s', (_what, change, problems) => expect(toolProblems({ ...good, ...change })).toEqual(problems));

  it('counts what it costs in every conversation', () => expect(tokenCost(good)).toBeGreaterThan(50));
});

describe('a tool run in a test', () => {
  const calendar = { listCalendars: async () => [{}, {}] } as unknown as CalendarPort;

  it('answers as in the server, text and data', async () => {
    const { data, text } = await runTool(good, { ports: { calendar } });
    expect([data, text]).toEqual([{ count: 2 }, expect.stringContaining('2')]);
  });

  it('refuses what the server refuses', async () => {
    await expect(runTool(good, { ports: { calendar }, arguments: { days: 3 } })).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
    const policy = { deniedTools: [good.name] };
    await expect(runTool(good, { ports: { calendar }, policy })).rejects.toMatchObject({ code: 'policy_denied' });
  });
});
