import express, { Router } from 'express';
import type { TenantState } from '../tenant-state.js';
import { agentsRoutes } from './agents/agents.routes.js';
import { armRoutes } from './arm.routes.js';
import { consentRoutes } from './consent/consent.routes.js';
import { foundryControl } from './control.routes.js';
import { foundryErrorHandler } from './error-handler.js';
import { FoundryServices } from './foundry-services.js';
import { Responses } from './responses/responses.js';
import { responsesRoutes } from './responses/responses.routes.js';
import { toolboxRoutes } from './toolbox/toolbox.routes.js';

/** A Foundry project's endpoints: connections in ARM's shape, consent links, the Responses API and toolboxes. */
export function createFoundry(state: TenantState, origin: () => string) {
  const services = new FoundryServices(state, origin);
  const responses = new Responses(services);
  const router = Router();
  router.use(express.json({ limit: '4mb' }));
  router.use(responsesRoutes(services, responses), toolboxRoutes(services), armRoutes(state, services.connections));
  router.use(agentsRoutes(services), consentRoutes(services));
  router.use(foundryErrorHandler);
  const reset = () => [services, responses].forEach((part) => part.reset());
  return { router, control: foundryControl(services), reset };
}
