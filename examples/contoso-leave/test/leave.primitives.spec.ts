import { runPrompt, runResource, runTool } from 'behalf/testing';
import extension from '../src/extension.js';
import { InMemoryLeave } from '../src/in-memory-leave.adapter.js';
import { planLeave } from '../src/leave.prompts.js';
import { allRequests, oneRequest } from '../src/leave.resources.js';
import { printRequests } from '../src/print-requests.tool.js';

const { toolsets, scopes } = extension;
const days = { firstDay: '2027-03-01', lastDay: '2027-03-05' };
const options = {
  ports: { leave: new InMemoryLeave([{ id: 'leave-1', ...days, state: 'approved' }]) },
  declared: { toolsets, scopes },
};

describe('prompts and resources of leave', () => {
  it('tell the model what there is', async () => {
    const { messages } = await runPrompt(planLeave, { ...options, arguments: { month: 'April' } });
    expect(messages[0]?.content).toContain('2027-03-01 to 2027-03-05');
  });

  it('are read by their addresses', async () => {
    const { contents } = await runResource(allRequests, { ...options, uri: 'leave://requests' });
    expect(JSON.parse(contents[0]?.text ?? '')).toMatchObject([days]);
    const one = await runResource(oneRequest, { ...options, uri: 'leave://requests/leave-1' });
    expect(one.contents[0]?.text).toContain('approved');
    const other = runResource(oneRequest, { ...options, uri: 'leave://requests/leave-2' });
    await expect(other).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('printing', () => {
  it('asks, tells how far it is, and gives a file', async () => {
    const answers = { confirm: { action: 'accept', content: { sure: true } } };
    const { data, content, progress, asked } = await runTool(printRequests, { ...options, answers });
    expect(data).toEqual({ printed: 1 });
    expect(content).toMatchObject([{ type: 'resource', text: '2027-03-01,2027-03-05' }]);
    expect(progress).toEqual([{ done: 1, total: 1 }]);
    expect(asked).toMatchObject([{ confirm: { message: 'Print 1 leave request(s)?' } }]);
  });

  it('is not done where the person declines, and not asked for where nobody can be', async () => {
    const { data } = await runTool(printRequests, { ...options, answers: { confirm: { action: 'decline' } } });
    expect(data).toEqual({ printed: 0 });
    expect((await runTool(printRequests, options)).data).toEqual({ printed: 1 });
  });
});
