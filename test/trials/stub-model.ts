import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallTool, ToolReply } from './agent-tools.js';
import type { Message } from './model-planner.js';
import { obey } from './obedient-planner.js';

/** A chat endpoint behind which the obedient planner sits: what it says next follows from the conversation alone. */
export async function startStubModel() {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { messages } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly messages: readonly Message[] };
      const next = await nextCall(messages);
      const message = next
        ? { role: 'assistant', content: null, tool_calls: [next] }
        : { role: 'assistant', content: 'Done.' };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 'c1', object: 'chat.completion', choices: [{ index: 0, message }] }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/v1/chat/completions`, close };
}

/** Plays the conversation again from its start, up to the first call that has no answer yet. */
async function nextCall(messages: readonly Message[]) {
  const answers = messages.filter((message) => message.role === 'tool').map(({ content }) => content);
  const task = messages.find(({ role }) => role === 'user');
  let asked = 0;
  return new Promise<object | undefined>((resolve) => {
    const call: CallTool = async (name, args) => {
      const answer = answers[asked++];
      if (answer !== undefined) return toReply(answer);
      const part = { name, arguments: JSON.stringify(args) };
      resolve({ id: `call${asked}`, type: 'function', function: part });
      return new Promise(() => undefined);
    };
    void obey(String(task?.content), call).then(() => resolve(undefined));
  });
}

function toReply(text: string): ToolReply {
  if (!text.startsWith('{')) return { text, data: {} };
  const { error, ...data } = JSON.parse(text) as { readonly error?: ToolReply['error'] };
  return { text, data, error };
}
