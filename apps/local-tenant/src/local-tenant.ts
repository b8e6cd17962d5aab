import express, { type Express, type RequestHandler } from 'express';
import { createControl } from './control/index.js';
import { faultMiddleware } from './control/fault.middleware.js';
import type { Faults } from './control/faults.js';
import type { ApplicationKey } from './directory/applications.js';
import type { Directory } from './directory/directory.js';
import type { ApiSeed } from './directory/seed.js';
import { FERNGLAS } from './directory/tenants.js';
import type { TenantUser } from './directory/types.js';
import { graphTokenVerifier } from './entra/graph-token.js';
import { createEntra, entraBody, entraErrorHandler } from './entra/index.js';
import { signJws, type JsonObject } from './entra/keys/jws.js';
import { managementOf } from './entra/management.js';
import { KeyRing, type KeyName, type PrivateKeys } from './entra/keys/key-ring.js';
import { mintToken, type MintRequest } from './entra/mint.js';
import { createFoundry } from './foundry/index.js';
import { createGraph, type DriveControl, type Graph, type MailboxControl } from './graph/index.js';
import { HttpsServer, type TlsFiles } from './https-server.js';
import { requestLogger } from './request-logger.js';
import { describeClients, type ClientDescription } from './state-description.js';
import { TenantState } from './tenant-state.js';

export interface LocalTenantPorts {
  readonly entra?: number;
  readonly graph?: number;
  readonly control?: number;
  readonly foundry?: number;
}

export interface LocalTenantOptions {
  readonly tls: TlsFiles;
  /** 0, the default, takes any free port. */
  readonly ports?: LocalTenantPorts;
  /** What time it is in the tenant; the seed is told around its today. */
  readonly clock?: () => Date;
  /** What Entra signs with; made anew, which takes a while, where not given. */
  readonly signingKeys?: PrivateKeys;
  /** APIs of the organisation beside Microsoft Graph. */
  readonly apis?: readonly ApiSeed[];
  /** Sees every request to Graph first, but those that a fault keeps from it. */
  readonly observeGraph?: RequestHandler;
}

/** A running tenant: four HTTPS servers and what tests do with them in the same process. */
export interface LocalTenant {
  readonly entraUrl: string;
  readonly graphUrl: string;
  readonly controlUrl: string;
  readonly foundryUrl: string;
  /** Of the home tenant, fernglas. */
  readonly tenantId: string;
  readonly clients: Readonly<Record<ApplicationKey, ClientDescription>>;
  readonly directory: Directory;
  readonly state: TenantState;
  readonly clock: () => Date;
  readonly faults: Faults;
  /** A token as a sign-in would have brought it. */
  token(request?: MintRequest): Promise<string>;
  /** A token of any shape, signed RS256 with one of the tenant's keys; the header gets that key's `kid` unless it has one. */
  sign(header: JsonObject, claims: JsonObject, options?: { readonly key?: KeyName }): string;
  /** What happens to people's OneDrive behind Graph's back. */
  readonly drives: DriveControl;
  /** What comes from outside the organisation, and what leaves it. */
  readonly mailboxes: MailboxControl;
  /** Adds people with empty stories, who have consented to everything; a reset takes them back. */
  addUsers(count: number): readonly TenantUser[];
  /** Everything back to the seed. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the tenant. Refused under NODE_ENV=production. */
export async function startLocalTenant({
  tls,
  ports = {},
  clock = now,
  signingKeys,
  apis,
  observeGraph,
}: LocalTenantOptions): Promise<LocalTenant> {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local tenant is a development tool: it does not start under NODE_ENV=production.');
  const [entra, graph, control, foundry] = Array.from({ length: 4 }, () => new HttpsServer(tls)) as FourServers;
  const close = async () => void (await Promise.all([entra, graph, control, foundry].map((s) => s.close())));
  try {
    const keys = KeyRing.create(signingKeys);
    const urls = {
      entra: await listen(entra, ports.entra, 'LOCAL_ENTRA_PORT'),
      graph: await listen(graph, ports.graph, 'LOCAL_GRAPH_PORT'),
      control: await listen(control, ports.control, 'LOCAL_CONTROL_PORT'),
    };
    const foundryUrl = await listen(foundry, ports.foundry, 'LOCAL_FOUNDRY_PORT');
    const state = new TenantState(urls, await keys, clock, apis);
    const graphService = graphOf(state, observeGraph);
    const foundryService = createFoundry(state, () => foundryUrl);
    const reset = () => {
      state.reset();
      graphService.reset();
      foundryService.reset();
    };
    entra.serve(entraApp(state));
    graph.serve(graphService.app);
    control.serve(
      app().use(
        requestLogger(state, 'control'),
        createControl(state, reset, {
          foundry: foundryService.control,
          drives: graphService.drives,
          mailboxes: graphService.mailboxes,
        }),
      ),
    );
    foundry.serve(app().use(foundryService.router));
    return describe(state, {
      foundryUrl,
      reset,
      close: () => close().finally(() => graphService.close()),
      drives: graphService.drives,
      mailboxes: graphService.mailboxes,
    });
  } catch (error) {
    await close();
    throw error;
  }
}

type FourServers = [HttpsServer, HttpsServer, HttpsServer, HttpsServer];

function describe(
  state: TenantState,
  parts: Pick<LocalTenant, 'foundryUrl' | 'reset' | 'close' | 'drives' | 'mailboxes'>,
): LocalTenant {
  return {
    entraUrl: state.urls.entra,
    graphUrl: state.urls.graph,
    controlUrl: state.urls.control,
    tenantId: FERNGLAS.id,
    clients: describeClients(),
    directory: state.directory,
    state,
    clock: state.clock,
    faults: state.faults,
    token: async (request = {}) => mintToken(state, request),
    sign(header, claims, { key: name = 'current' } = {}) {
      const { kid, privateKey } = state.keys.get(name);
      return signJws({ typ: 'JWT', alg: 'RS256', kid, ...header }, claims, privateKey);
    },
    addUsers: (count) => state.addUsers(count),
    ...parts,
  };
}

function entraApp(state: TenantState): Express {
  return app()
    .use(requestLogger(state, 'entra'), entraBody, faultMiddleware(state, 'entra'), createEntra(state))
    .use(entraErrorHandler(state));
}

/** Graph notes its own requests; only those that a fault kept from it are noted here. */
function graphOf(state: TenantState, observe?: RequestHandler): Omit<Graph, 'router'> & { readonly app: Express } {
  const { urls, directory, clock, log } = state;
  const verify = graphTokenVerifier(state);
  const management = managementOf(state);
  const { router, ...rest } = createGraph({
    origin: urls.graph,
    verify,
    users: directory.users,
    clock,
    log,
    management,
    observe,
  });
  return { app: app().use(requestLogger(state, 'graph', true), faultMiddleware(state, 'graph'), router), ...rest };
}

function app(): Express {
  return express().disable('x-powered-by').disable('etag');
}

async function listen(server: HttpsServer, port = 0, variable: string): Promise<string> {
  try {
    return await server.listen(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken: set ${variable} to a free one.`, { cause: error });
  }
}

function now(): Date {
  return new Date();
}
