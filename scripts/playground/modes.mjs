// Each way in which a Foundry connection can authenticate: the agents that `local-foundry.mjs` set up, in words.
export const PROJECT = 'local';

export const MODES = [
  {
    id: 'behalf',
    name: 'OAuth identity passthrough',
    hint: 'Each person signs in once; the agent then acts as that person.',
  },
  {
    id: 'behalf-user-token',
    name: "The caller's own Entra token",
    hint: 'Foundry gets a token for the server from the sign-in of whoever calls it.',
  },
  { id: 'behalf-key', name: 'Key-based', hint: 'A static key names no person: refused.' },
  { id: 'behalf-agent-identity', name: 'Agent identity', hint: 'The agent signs in as itself: refused.' },
  {
    id: 'behalf-project-identity',
    name: 'Project managed identity',
    hint: 'The project signs in as itself: refused.',
  },
  { id: 'behalf-none', name: 'Unauthenticated', hint: 'Nobody signs in: refused.' },
];
