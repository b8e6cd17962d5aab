import type { Agent, AgentVersion } from './agents.js';

/** An agent in the form of the project's data plane. */
export function agentView(agent: Agent) {
  const latest = agent.at(-1);
  const name = latest?.name ?? '';
  return { object: 'agent', id: name, name, state: 'enabled', versions: { latest: latest && versionView(latest) } };
}

export function versionView({ name, number, createdAt, description, metadata, definition }: AgentVersion) {
  return {
    object: 'agent.version',
    id: `${name}:${number}`,
    name,
    version: String(number),
    description: description ?? '',
    metadata: metadata ?? {},
    created_at: createdAt,
    status: 'active',
    draft: false,
    definition,
  };
}
