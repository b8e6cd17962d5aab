import express, { Router } from 'express';
import type { TenantState } from '../tenant-state.js';
import { agentsRoutes } from './agents/agents.routes.js';
import { armRoutes } from './arm.routes.js';
import { consentRoutes } from './consent/consent.routes.js';
import { foundryControl } from './control.routes.js';
import { connectionRoutes } from './data-plane/connection.routes.js';
import { deploymentRoutes } from './data-plane/deployments.js';
import { foundryErrorHandler, unknownRoute } from './error-handler.js';
import { FoundryServices } from './foundry-services.js';
import { openaiRoutes } from './openai.routes.js';
import { Responses } from './responses/responses.js';
import { toolboxRoutes } from './toolbox/toolbox.routes.js';
import { toolboxVersionRoutes } from './toolbox/toolbox-version.routes.js';

/** A Foundry project's endpoints: connections in ARM's shape, consent links, the data plane, the Responses API, toolboxes. */
export function createFoundry(state: TenantState, origin: () => string) {
  const services = new FoundryServices(state, origin);
  const responses = new Responses(services);
  const router = Router();
  router.use(express.json({ limit: '4mb' }));
  router.use(openaiRoutes(services, responses), toolboxRoutes(services), armRoutes(state, services.connections));
  router.use(agentsRoutes(services), toolboxVersionRoutes(services), connectionRoutes(services));
  router.use(deploymentRoutes(state), consentRoutes(services));
  router.use(unknownRoute, foundryErrorHandler);
  const reset = () => [services, responses].forEach((part) => part.reset());
  return { router, control: foundryControl(services), reset };
}
