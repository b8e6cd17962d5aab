import { definePrompt, defineResource, defineResourceTemplate, DomainError, inputRequired } from '@app/domain';
import { z } from 'zod';
import { TEAM_TOOLSET } from './support.js';

const common = { toolset: 'team', requiredScopes: ['User.Read'] };

/** Hides half of a surrogate pair, as texts of other people may. */
const HALF = 'half \ud83d';

export const greeting = definePrompt({
  ...common,
  name: 'team_greet',
  title: 'Greet',
  description: 'Greets the person.',
  arguments: z.strictObject({
    word: z.string().describe('How to greet.'),
    more: z.string().max(5).optional(),
  }),
  complete: { word: async (written) => ['hello', 'hi', 'good day'].filter((word) => word.startsWith(written)) },
  async get({ word, more = '' }, { caller, profile, user }) {
    const { mail } = await profile.me(user);
    return {
      messages: [
        { role: 'user', content: `${word} ${caller.displayName} ${mail} ${more} ${HALF}` },
        { role: 'assistant', content: { type: 'image', mimeType: 'image/png', bytes: new Uint8Array([1]) } },
        { role: 'user', content: { type: 'resource_link', uri: 'team://me', name: 'me' } },
      ],
    };
  },
});

const confirm = z.object({ ok: z.boolean() });

export const asking = definePrompt({
  ...common,
  name: 'team_ask',
  title: 'Ask',
  description: 'Asks first.',
  async get(_args, { input }) {
    const answer = input.form('confirm', confirm);
    if (!answer) return inputRequired({ confirm: { kind: 'form', message: 'Sure?', schema: confirm } });
    return { messages: [{ role: 'user', content: answer.action }] };
  },
});

export const mailPrompt = definePrompt({
  ...common,
  name: 'team_mail',
  title: 'Mail',
  description: 'Needs more.',
  requiredScopes: ['Mail.Read'],
  arguments: z.strictObject({ folder: z.string() }),
  complete: { folder: async () => Array.from({ length: 150 }, (_, index) => `folder ${index}`) },
  get: async () => ({ messages: [] }),
});

export const me = defineResource({
  ...common,
  name: 'team_me',
  title: 'Me',
  description: 'Who I am.',
  uri: 'team://me',
  mimeType: 'text/plain',
  audience: ['user'],
  priority: 0.5,
  async read({ profile, user, progress }) {
    await progress({ done: 1, total: 1 });
    return [
      { text: `${(await profile.me(user)).displayName} ${HALF}` },
      { bytes: new Uint8Array([1, 2]), uri: 'team://me/picture' },
    ];
  },
});

export const file = defineResourceTemplate({
  ...common,
  name: 'team_file',
  title: 'A file',
  description: 'By folder and name.',
  uriTemplate: 'team://files/{folder}/{name}.txt',
  variables: z.strictObject({ folder: z.string().regex(/^[^/]*$/), name: z.string() }),
  mimeType: 'text/plain',
  complete: { name: async (written, { given }) => [`${given['folder'] ?? 'no'}-${written}`] },
  async read({ folder, name }, { user }) {
    if (name === 'none') throw new DomainError('not_found');
    if (name === 'bug') throw new Error('Bearer secret');
    if (name === 'huge') return [{ text: 'x'.repeat(5 * 1024 * 1024) }];
    if (name === 'consent') throw new DomainError('consent_required', undefined, { url: 'https://login.example/x' });
    if (name === 'claims') throw new DomainError('insufficient_scope', undefined, { scopes: ['Mail.Read'] });
    return [{ text: `${folder}|${name}|${user.scopes.join(' ')}` }];
  },
});

export const mailResource = defineResource({
  ...common,
  name: 'team_inbox',
  title: 'Inbox',
  description: 'Needs more.',
  requiredScopes: ['Mail.Read'],
  uri: 'team://inbox',
  read: async () => [{ text: 'mail' }],
});

export const TEAM = {
  tools: [],
  toolsets: [TEAM_TOOLSET],
  prompts: [greeting, asking, mailPrompt],
  resources: [me, file, mailResource],
};
