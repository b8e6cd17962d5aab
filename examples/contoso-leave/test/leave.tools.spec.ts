import type { Tool } from 'behalf/domain';
import { checkTool, runTool } from 'behalf/testing';
import extension from '../src/extension.js';
import { InMemoryLeave } from '../src/in-memory-leave.adapter.js';
import { createRequest, listRequests } from '../src/leave.tools.js';

const { tools: _, ...declared } = extension;
const days = { firstDay: '2027-03-01', lastDay: '2027-03-05' };
const run = (tool: Tool, leave: InMemoryLeave, args = {}) =>
  runTool(tool, { ports: { leave }, arguments: args, declared });

describe('the tools', () => {
  const options = { declared, ports: () => ({ leave: new InMemoryLeave([{ id: '1', ...days, state: 'approved' }]) }) };
  const later = { firstDay: '2027-04-01', lastDay: '2027-04-05' };

  const examples: readonly (readonly [Tool, object])[] = [
    [listRequests, {}],
    [createRequest, later],
  ];

  it.each(examples)('have no problem', async (tool, example) => {
    expect(await checkTool(tool, { ...options, examples: [example], maxTokens: 400 })).toEqual([]);
  });
});

describe('leave', () => {
  it('is requested and listed', async () => {
    const leave = new InMemoryLeave();
    const { data } = await run(createRequest, leave, days);
    expect(data).toMatchObject({ actingAs: 'Test Person', request: { ...days, state: 'requested' } });
    expect((await run(listRequests, leave)).data).toMatchObject({ requests: [days] });
  });

  it('is not requested by a dry run', async () => {
    const leave = new InMemoryLeave();
    const { text } = await run(createRequest, leave, { ...days, dryRun: true });
    expect(text).toContain('nothing was requested');
    expect((await run(listRequests, leave)).data).toEqual({ requests: [] });
  });

  it('does not end before it begins', async () => {
    const swapped = { firstDay: days.lastDay, lastDay: days.firstDay };
    await expect(run(createRequest, new InMemoryLeave(), swapped)).rejects.toThrow('lastDay is before firstDay');
  });
});
