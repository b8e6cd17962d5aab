import { AIProjectClient } from '@azure/ai-projects';
import { FoundryDriver } from '../../../foundry/support/foundry-driver.ts';
import { withServer } from './tenant.mjs';

export const MODEL = 'local-planner';

/** A project with its connections, and its SDK client as a person; `scene.as(user)` is another person's. */
export function withProject() {
  return withServer(async (scene) => {
    const { tenant, behalf } = scene;
    const driver = new FoundryDriver(tenant, behalf.url);
    const endpoint = `${tenant.foundryUrl}/api/projects/p`;
    const as = (user) => new AIProjectClient(endpoint, credentialOf(tenant, user));
    await driver.control('PUT', '/connections/p/person', {
      target: behalf.url,
      authType: 'UserEntraToken',
      audience: 'behalf-api',
    });
    await driver.control('PUT', '/connections/p/consented', { target: behalf.url, ...driver.oauth() });
    Object.assign(scene, { driver, endpoint, as, project: as('anna'), openai: as('anna').getOpenAIClient() });
  });
}

function credentialOf(tenant, user) {
  return {
    getToken: async () => ({
      token: await tenant.token({ user, client: 'cli', audience: 'ai-foundry' }),
      expiresOnTimestamp: Date.now() + 600_000,
    }),
  };
}

/** The server as a tool of an agent, over a connection. */
export function serverTool(connection, more = {}) {
  return { type: 'mcp', server_label: 'behalf', project_connection_id: connection, require_approval: 'never', ...more };
}

export async function listOf(pages) {
  const all = [];
  for await (const one of pages) all.push(one);
  return all;
}
