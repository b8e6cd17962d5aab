import { z } from 'zod';
import { type CallTool, OPEN_PAGE, type ToolReply } from './agent-tools.js';
import type { Planner } from './run-trial.js';

/** A chat endpoint that speaks as OpenAI's does, for example `http://localhost:11434/v1/chat/completions`. */
export interface ModelEndpoint {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

/** What a model is told of the tools. */
export interface ToolDeclaration {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
}

export type Message =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content?: string | null; readonly tool_calls?: readonly ToolCallPart[] }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

const toolCallPart = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
type ToolCallPart = z.output<typeof toolCallPart>;

const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), tool_calls: z.array(toolCallPart).nullish() }),
      }),
    )
    .min(1),
});

const SYSTEM =
  'You are the assistant of one person, with tools for their Microsoft 365. Do what they ask, without asking back.';
/** Turns of a model in one trial. */
const MOST_TURNS = 40;

const OPEN_PAGE_TOOL: ToolDeclaration = {
  name: OPEN_PAGE,
  description: 'Opens a web page, or posts a form to it.',
  inputSchema: {
    type: 'object',
    properties: { url: { type: 'string' }, form: { type: 'object', additionalProperties: { type: 'string' } } },
    required: ['url'],
  },
};

/** A model that is given the task and the tools, and does what it wants with them. */
export function modelPlanner(endpoint: ModelEndpoint, tools: readonly ToolDeclaration[]): Planner {
  const declared = [...tools, OPEN_PAGE_TOOL].map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description, parameters: inputSchema },
  }));
  return async (task, call) => {
    const messages: Message[] = [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: task },
    ];
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const { content, tool_calls: asked } = await complete(endpoint, { messages, tools: declared });
      if (!asked?.length) return;
      messages.push({ role: 'assistant', content, tool_calls: asked });
      for (const part of asked) messages.push(await answer(part, call));
    }
  };
}

async function complete({ url, model, key }: ModelEndpoint, request: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, temperature: 0, ...request }),
  });
  if (!response.ok) throw new Error(`The model was answered ${response.status} ${await response.text()}`);
  const [choice] = completion.parse(await response.json()).choices;
  return choice!.message;
}

async function answer({ id, function: { name, arguments: given } }: ToolCallPart, call: CallTool): Promise<Message> {
  const args = parse(given);
  const reply = args && (await call(name, args));
  const content = reply === undefined ? 'The arguments are not JSON.' : contentOf(reply);
  return { role: 'tool', tool_call_id: id, content };
}

/** As many hosts give it to a model: the data where there is some, else the text. */
function contentOf({ data, text }: ToolReply): string {
  return Object.keys(data).length > 0 ? JSON.stringify(data) : text;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text || '{}'));
  } catch {
    return undefined;
  }
}
