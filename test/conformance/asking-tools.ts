import { inputRequired, type InputRequired, type Tool, type ToolContext } from '@app/domain';
import { z } from 'zod';
import { suiteTool } from './tools.js';

const name = z.object({ name: z.string() });
const color = z.object({ color: z.string() });
const ok = z.object({ ok: z.boolean() });
const state = z.object({ step: z.number() });
const account = z.object({
  username: z.string().describe("User's response"),
  email: z.string().describe("User's email address"),
});

const NAME = { kind: 'form', message: 'What is your name?', schema: name } as const;
const CONFIRM = { kind: 'form', message: 'Please confirm', schema: ok } as const;
const CAPITAL = { kind: 'sampling', prompt: 'What is the capital of France?', maxTokens: 100 } as const;

type Said = InputRequired | { readonly data: Record<string, unknown>; readonly summary: string };

/** A tool of which a test cares only what it says. */
function saying(toolName: string, say: (context: ToolContext) => Said): Tool {
  return suiteTool({ name: toolName, execute: async (_input, context) => say(context) });
}

const said = (summary: string): Said => ({ data: {}, summary });

function askName({ input }: ToolContext): Said {
  const answer = input.form('user_name', name);
  if (!answer) return inputRequired({ user_name: NAME });
  return said(answer.action === 'accept' ? `Hello, ${answer.content.name}!` : 'Hello!');
}

function askConfirmation({ input }: ToolContext): Said {
  const isKept = input.state(state)?.step === 1;
  return input.form('confirm', ok) && isKept ? said('state-ok') : inputRequired({ confirm: CONFIRM }, { step: 1 });
}

function askSampling({ input }: ToolContext): Said {
  const text = input.sampled('capital_question');
  return text === undefined ? inputRequired({ capital_question: CAPITAL }) : said(text);
}

function askRoots({ input }: ToolContext): Said {
  const roots = input.roots('client_roots');
  if (!roots) return inputRequired({ client_roots: { kind: 'roots' } });
  return said(roots.map(({ uri }) => uri).join(' '));
}

function askAll({ input }: ToolContext): Said {
  const answers = [input.form('user_name', name), input.sampled('greeting'), input.roots('client_roots')];
  if (answers.every((answer) => answer !== undefined)) return said('Thank you.');
  const greeting = { kind: 'sampling', prompt: 'Generate a greeting', maxTokens: 50 } as const;
  return inputRequired({ user_name: NAME, greeting, client_roots: { kind: 'roots' } }, { step: 1 });
}

function askTwice({ input }: ToolContext): Said {
  const step = input.state(state)?.step ?? 0;
  if (step === 2 && input.form('step2', color)) return said('Thank you.');
  if (step >= 1 && input.form('step1', name)) {
    const step2 = { kind: 'form', message: 'Step 2: What is your favorite color?', schema: color } as const;
    return inputRequired({ step2 }, { step: 2 });
  }
  return inputRequired({ step1: { ...NAME, message: 'Step 1: What is your name?' } }, { step: 1 });
}

function askWhatIsDeclared({ input }: ToolContext): Said {
  const requests = {
    ...(input.supports('form') && { user_name: NAME }),
    ...(input.supports('sampling') && { capital_question: CAPITAL }),
    ...(input.supports('roots') && { client_roots: { kind: 'roots' } as const }),
  };
  return Object.keys(requests).length > 0 ? inputRequired(requests) : said('Nothing can be asked.');
}

/** Tools that ask their client; where it cannot be asked, its tool error is what the suite wants too. */
export const ASKING_TOOLS: readonly Tool[] = [
  saying('test_input_required_result_elicitation', askName),
  saying('test_streaming_elicitation', askName),
  saying('test_input_required_result_sampling', askSampling),
  saying('test_missing_capability', askSampling),
  saying('test_input_required_result_list_roots', askRoots),
  saying('test_input_required_result_request_state', askConfirmation),
  saying('test_input_required_result_tampered_state', askConfirmation),
  saying('test_input_required_result_multiple_inputs', askAll),
  saying('test_input_required_result_multi_round', askTwice),
  saying('test_input_required_result_capabilities', askWhatIsDeclared),
  suiteTool({
    name: 'test_sampling',
    input: z.strictObject({ prompt: z.string().describe('The prompt') }),
    execute: async ({ prompt }, { input }) => {
      const text = input.sampled('answer');
      if (text !== undefined) return { data: {}, summary: `LLM response: ${text}` };
      return inputRequired({ answer: { kind: 'sampling', prompt: String(prompt), maxTokens: 100 } });
    },
  }),
  suiteTool({
    name: 'test_elicitation',
    input: z.strictObject({ message: z.string().describe('The message') }),
    execute: async ({ message }, { input }) => {
      const answer = input.form('account', account);
      if (answer) return { data: {}, summary: `User response: ${JSON.stringify(answer)}` };
      return inputRequired({ account: { kind: 'form', message: String(message), schema: account } });
    },
  }),
];
