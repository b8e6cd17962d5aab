import { Router } from 'express';
import type { TenantState } from '../../tenant-state.js';
import { requireCaller } from '../caller.js';
import { notFound } from '../foundry-error.js';

const PROJECT = '/api/projects/:project';

/** The planner, where a project would have a language model. */
export const DEPLOYMENT = {
  type: 'ModelDeployment',
  name: 'local-planner',
  modelName: 'local-planner',
  modelVersion: '1',
  modelPublisher: 'local',
  capabilities: { responses: 'true' },
  sku: { name: 'Local', family: 'local', size: 'local', tier: 'local', capacity: 1 },
};

/** Deployments of a project, and models of its own, of which there are none. */
export function deploymentRoutes(state: TenantState): Router {
  const router = Router();
  router.use([`${PROJECT}/deployments`, `${PROJECT}/models`], requireCaller(state));
  router.get(`${PROJECT}/deployments`, ({ query }, response) => {
    const { modelPublisher, modelName, deploymentType } = query;
    const asked = { modelPublisher, modelName, type: deploymentType };
    const isAsked = Object.entries(asked).every(
      ([key, value]) => value === undefined || value === DEPLOYMENT[key as keyof typeof asked],
    );
    response.json({ value: isAsked ? [DEPLOYMENT] : [] });
  });
  router.get(`${PROJECT}/deployments/:name`, ({ params: { name } }, response) => {
    if (name !== DEPLOYMENT.name) throw notFound(`There is no deployment "${name}".`);
    response.json(DEPLOYMENT);
  });
  router.get(`${PROJECT}/models`, (_request, response) => {
    response.json({ value: [] });
  });
  return router;
}
