import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { z } from 'zod';
import { FERNGLAS } from '../directory/tenants.js';
import { MintError, mintToken } from '../entra/mint.js';
import { describeState } from '../state-description.js';
import type { TenantState } from '../tenant-state.js';
import { changeAccount } from './account.command.js';
import { ControlError, addUsersBody, faultBody, mintBody, switchesBody } from './bodies.js';
import { changeClient } from './client.command.js';
import type { DriveControl, MailboxControl } from '../graph/index.js';
import { changeConsent } from './consent.command.js';
import { changeDrive } from './drive.command.js';
import { receive } from './mailbox.command.js';
import { managedIdentityToken } from './managed-identity.js';

interface ControlParts {
  readonly foundry: Router;
  readonly drives: DriveControl;
  readonly mailboxes: MailboxControl;
}

/** The endpoint that tests and scripts drive the tenant with; the README of this app has the table. */
export function createControl(
  state: TenantState,
  reset: () => void,
  { foundry, drives, mailboxes }: ControlParts,
): Router {
  const router = Router();
  router.use(refuseWebPages(state.urls.control), express.json({ limit: '32mb' }));
  addTenant(router, state, reset);
  addDirectory(router, state);
  addFaults(router, state);
  router.post('/drives/:key', ({ params, body }, response) => {
    response.json({ id: changeDrive(state, drives, params.key, body) });
  });
  router.post('/mailboxes/:key', ({ params, body }, response) => {
    response.status(201).json({ id: receive(state, mailboxes, params.key, body) });
  });
  router.get('/departures', (_request, response) => {
    response.json({ departures: mailboxes.departures(FERNGLAS.id) });
  });
  addKeys(router, state);
  router.use('/foundry', foundry);
  router.get('/managed-identity/token', managedIdentityToken(state));
  router.use((request, response) => {
    response.status(404).json({ error: `There is no ${request.method} ${request.path}.` });
  });
  return router.use(errorHandler);
}

/** No page of another site drives the tenant, nor one that reached it under a name of its own (DNS rebinding). */
function refuseWebPages(controlUrl: string): RequestHandler {
  return ({ headers }, response, next) => {
    const { hostname } = new URL(controlUrl);
    const known = [hostname, 'localhost', '127.0.0.1', '[::1]'];
    const isKnown = (url: string) => URL.canParse(url) && known.includes(new URL(url).hostname);
    if (isKnown(`https://${headers.host}`) && (headers.origin === undefined || isKnown(headers.origin))) return next();
    response.status(403).json({ error: 'Only programs on this machine drive the tenant.' });
  };
}

function addTenant(router: Router, state: TenantState, reset: () => void): void {
  router.get('/state', (_request, response) => {
    response.json(describeState(state));
  });
  router.get('/log', ({ query }, response) => {
    const service = typeof query.service === 'string' ? query.service : undefined;
    response.json({ entries: state.log.entries(service) });
  });
  router.post('/token', ({ body }, response) => {
    response.json({ access_token: mintToken(state, mintBody.parse(body ?? {})) });
  });
  router.post('/switches', ({ body }, response) => {
    response.json(state.switches.change(switchesBody.parse(body)));
  });
  router.post('/reset', (_request, response) => {
    reset();
    response.status(204).end();
  });
}

function addDirectory(router: Router, state: TenantState): void {
  router.post('/consent', ({ body }, response) => {
    response.json(changeConsent(state, body));
  });
  router.post('/users', ({ body }, response) => {
    response.status(201).json({ users: state.addUsers(addUsersBody.parse(body).count) });
  });
  router.post('/users/:key', ({ params, body }, response) => {
    response.json(changeAccount(state, params.key, body));
  });
  router.post('/clients/:key', ({ params, body }, response) => {
    response.json(changeClient(state, params.key, body));
  });
}

function addFaults(router: Router, state: TenantState): void {
  router.get('/faults', (_request, response) => {
    response.json({ faults: state.faults.all });
  });
  router.post('/faults', ({ body }, response) => {
    response.status(201).json(state.faults.add(faultBody.parse(body)));
  });
  router.delete('/faults', (_request, response) => {
    state.faults.reset();
    response.status(204).end();
  });
  router.delete('/faults/:id', ({ params }, response) => {
    state.faults.remove(params.id);
    response.status(204).end();
  });
}

function addKeys(router: Router, state: TenantState): void {
  router.post('/keys/rotate', async (_request, response) => {
    response.json({ kid: await state.keys.rotate() });
  });
  router.post('/keys/retire', (_request, response) => {
    state.keys.retire();
    response.json({ kid: state.keys.get('current').kid });
  });
}

const errorHandler: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof z.ZodError) return void response.status(400).json({ error: z.prettifyError(error) });
  const isOurs = error instanceof MintError || error instanceof ControlError || error instanceof SyntaxError;
  const message = error instanceof Error ? error.message : String(error);
  response.status(isOurs ? 400 : 500).json({ error: message });
};
