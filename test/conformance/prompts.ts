import { definePrompt, inputRequired, type Prompt, type PromptMessage } from '@app/domain';
import { z } from 'zod';
import { PNG } from './media.js';

const context = z.object({ context: z.string() });

const common = { toolset: 'conformance', requiredScopes: ['User.Read'] };
const named = (name: string) => ({ ...common, name, title: name, description: `What the suite calls ${name}.` });
const user = (content: PromptMessage['content']): PromptMessage => ({ role: 'user', content });

export const PROMPTS: readonly Prompt[] = [
  definePrompt({
    ...named('test_simple_prompt'),
    get: async () => ({ messages: [user('This is a simple prompt for testing.')] }),
  }),
  definePrompt({
    ...named('test_prompt_with_arguments'),
    arguments: z.strictObject({
      arg1: z.string().describe('First test argument'),
      arg2: z.string().describe('Second test argument'),
    }),
    complete: {
      arg1: async (written) => ['paris', 'park', 'party'].filter((word) => word.startsWith(written)),
    },
    get: async ({ arg1, arg2 }) => ({
      messages: [user(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
    }),
  }),
  definePrompt({
    ...named('test_prompt_with_embedded_resource'),
    arguments: z.strictObject({ resourceUri: z.string().describe('Address of the resource to embed') }),
    get: async ({ resourceUri }) => {
      const text = 'Embedded resource content for testing.';
      const resource = { type: 'resource', uri: resourceUri, mimeType: 'text/plain', text } as const;
      return { messages: [user(resource), user('Please process the embedded resource above.')] };
    },
  }),
  definePrompt({
    ...named('test_prompt_with_image'),
    get: async () => ({
      messages: [user({ type: 'image', mimeType: 'image/png', bytes: PNG }), user('Please analyze the image above.')],
    }),
  }),
  definePrompt({
    ...named('test_input_required_result_prompt'),
    get: async (_args, { input }) => {
      const answer = input.form('user_context', context);
      const message = 'What context should the prompt use?';
      if (!answer) return inputRequired({ user_context: { kind: 'form', message, schema: context } });
      return { messages: [user(answer.action === 'accept' ? answer.content.context : 'none')] };
    },
  }),
];
