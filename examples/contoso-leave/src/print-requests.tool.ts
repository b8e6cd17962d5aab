import { defineTool, inputRequired } from 'behalf/domain';
import { z } from 'zod';

const confirmation = z.object({ sure: z.boolean().describe('Yes, print it') });
const counted = z.object({ count: z.number() });

/** Shows progress, the client's log, a question to the person, and a file in the result. */
export const printRequests = defineTool({
  name: 'leave_print_requests',
  title: 'Print leave requests',
  description: 'The leave requests of the signed-in person as a file.',
  toolset: 'leave',
  input: z.strictObject({}),
  output: z.object({ printed: z.number() }),
  requiredScopes: ['Leave.Read'],
  ports: ['leave'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  logs: true,
  async execute(_input, { leave, user, input, progress, log }) {
    const requests = await leave.list(user);
    const answer = input.form('confirm', confirmation);
    if (!answer && input.supports('form')) {
      const message = `Print ${requests.length} leave request(s)?`;
      return inputRequired({ confirm: { kind: 'form', message, schema: confirmation } }, { count: requests.length });
    }
    if (answer && !(answer.action === 'accept' && answer.content.sure)) {
      return { data: { printed: 0 }, summary: 'Nothing was printed.' };
    }
    const before = input.state(counted)?.count ?? requests.length;
    if (before !== requests.length) await log('warning', 'A leave request was added meanwhile.');
    const lines: string[] = [];
    for (const [index, { firstDay, lastDay }] of requests.entries()) {
      lines.push(`${firstDay},${lastDay}`);
      await progress({ done: index + 1, total: requests.length });
    }
    const text = lines.join('\n');
    return {
      data: { printed: requests.length },
      summary: `${requests.length} leave request(s) are in the file.`,
      content: [{ type: 'resource', uri: 'leave://requests.csv', mimeType: 'text/csv', text }],
    };
  },
});
