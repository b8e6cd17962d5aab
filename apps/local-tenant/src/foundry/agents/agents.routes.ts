import { Router } from 'express';
import { z } from 'zod';
import { requireCaller } from '../caller.js';
import type { FoundryServices } from '../foundry-services.js';
import { pageOf } from '../paging.js';
import { agentDefinition } from './agent-definition.js';
import { agentView, versionView } from './agent-view.js';
import type { AgentDraft } from './agents.js';

const AGENTS = '/api/projects/:project/agents';
const agentName = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/, 'use 1 to 63 of a-z, 0-9 and -');

const draftBody = z.object({
  definition: agentDefinition,
  description: z.string().max(512).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
const newAgent = draftBody.extend({ name: agentName });

/** Prompt agents of a project and their versions. */
export function agentsRoutes({ state, agents }: FoundryServices): Router {
  const router = Router();
  router.use(AGENTS, requireCaller(state));
  router.get(AGENTS, ({ params: { project }, query }, response) => {
    response.json(pageOf(agents.list(project).map(agentView), query));
  });
  router.post(AGENTS, ({ params: { project }, body }, response) => {
    const { name } = newAgent.parse(body);
    agents.assertNew(project, name);
    response.json(agentView(agents.createVersion(project, name, draftOf(body))));
  });
  router.get(`${AGENTS}/:name`, ({ params: { project, name } }, response) => {
    response.json(agentView(agents.get(project, name)));
  });
  router.post(`${AGENTS}/:name`, ({ params: { project, name }, body }, response) => {
    response.json(agentView(agents.update(project, name, draftOf(body))));
  });
  router.delete(`${AGENTS}/:name`, ({ params: { project, name } }, response) => {
    agents.remove(project, name);
    response.json({ object: 'agent.deleted', name, deleted: true });
  });
  return router.use(versionRoutes(agents));
}

function versionRoutes(agents: FoundryServices['agents']): Router {
  const router = Router();
  router.get(`${AGENTS}/:name/versions`, ({ params: { project, name }, query }, response) => {
    response.json(pageOf(agents.get(project, name).map(versionView), query));
  });
  router.post(`${AGENTS}/:name/versions`, ({ params: { project, name }, body }, response) => {
    const agent = agents.createVersion(project, agentName.parse(name), draftOf(body));
    response.json(agentView(agent).versions.latest);
  });
  router.get(`${AGENTS}/:name/versions/:version`, ({ params: { project, name, version } }, response) => {
    response.json(versionView(agents.version(project, name, version)));
  });
  router.delete(`${AGENTS}/:name/versions/:version`, ({ params: { project, name, version } }, response) => {
    agents.removeVersion(project, name, version);
    response.json({ object: 'agent.version.deleted', name, version, deleted: true });
  });
  return router;
}

/** Read, and yet as it was sent: an agent is shown as it was made. */
function draftOf(body: unknown): AgentDraft {
  const { description, metadata } = draftBody.parse(body);
  return { description, metadata, definition: (body as AgentDraft).definition };
}
