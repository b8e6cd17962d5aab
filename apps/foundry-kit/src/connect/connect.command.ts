import type { Declarations, Policy } from '@app/domain';
import { CLOUDS } from '../../../mcp-api/src/config/clouds.js';
import { givenOf, type Variables } from '../../../mcp-api/src/config/given.js';
import { readPolicy } from '../../../mcp-api/src/config/policy-config.js';
import { claimsOf } from '../doctor/claims.js';
import { placeOf } from '../plan/place.js';
import { type Plan, planOf } from '../plan/plan.js';
import { type ConnectOptions, connectOptions } from './connect-options.js';
import { ensureConnection } from './connection/ensure-connection.js';
import { ProjectConnections, type ProjectPlace } from './connection/project-connections.js';
import { type ConnectionWish, standingOf } from './connection/standing.js';
import { Ledger } from './ledger.js';
import { ensureRegistrations, findRegistrations, type Registrations } from './registrations/ensure-registrations.js';
import { ensureAdminConsent } from './registrations/principals.js';
import { ensureTrust } from './registrations/trust.js';
import { whatIsLeft } from './what-is-left.js';
import { type Outside, OUTSIDE, workplace, type Workplace } from './workplace.js';

/**
 * What `npm run foundry -- connect` does, told step by step.
 * @throws UsageError, ConfigError or ConnectError telling what to do
 */
export async function connectCommand(
  args: readonly string[],
  given: Variables,
  changes: Partial<Outside> = {},
  declared: Declarations = {},
): Promise<void> {
  const outside = { ...OUTSIDE, ...changes };
  const options = connectOptions(args);
  const policy = readPolicy(given, declared);
  const place = await workplace(options, given, outside);
  const ledger = new Ledger(options.dryRun, outside.tell);
  const connections = options.project && (await projectOf(place, options.project));
  const tenantId = await tenantOf(place);
  const found = await findRegistrations(place.graph, ledger, namesOf(options, place.variables));
  const variables = { ...place.variables, ENTRA_TENANT_IDS: tenantId };
  const plan = planFor(found, { options, policy, declared, variables });
  const wish = wishOf({ options, found, plan }, outside.now());
  // A connection that is in the way is told before anything is changed.
  if (connections) await standingOf(connections, wish);
  await register(place, ledger, { options, found, plan });
  if (connections) await ensureConnection({ graph: place.graph, ledger, connections }, wish);
  outside.tell(whatIsLeft(plan, { options, variables: place.variables, changes: ledger.changes }));
}

interface Work {
  readonly options: ConnectOptions;
  readonly found: Registrations;
  readonly plan: Plan;
}

async function register({ graph, variables }: Workplace, ledger: Ledger, { options, found, plan }: Work) {
  const behalf = await ensureRegistrations(graph, ledger, found, plan);
  if (options.managedIdentity !== undefined) {
    const { login, tenantId } = plan.place;
    const audience = CLOUDS[(givenOf(variables).ENTRA_CLOUD ?? 'public') as keyof typeof CLOUDS].tokenExchange;
    const trust = { issuer: `${login}/${tenantId}/v2.0`, subject: options.managedIdentity, audience };
    await ensureTrust(graph, ledger, found.api, trust);
  }
  if (options.adminConsent) await ensureAdminConsent(graph, ledger, behalf, plan.graphPermissions);
}

function wishOf({ options, found, plan }: Work, now: Date): ConnectionWish {
  const { project, connection: name, secretFile: file, replace } = options;
  const label = [project?.account, project?.project, name].join('/');
  return { name, body: plan.connection, client: found.client, secret: { label, file }, replace, now };
}

/** Looked at before anything is made, so that a wrong name leaves nothing behind. */
async function projectOf({ arm }: Workplace, place: ProjectPlace): Promise<ProjectConnections> {
  const connections = new ProjectConnections(arm, place);
  await connections.mustExist();
  return connections;
}

/** The tenant that the environment names, or else the one that the person is signed in to. */
async function tenantOf({ variables, graph }: Workplace): Promise<string | undefined> {
  const { ENTRA_TENANT_IDS: named } = givenOf(variables);
  if (named !== undefined && named !== '*') return named;
  return claimsOf(await graph.token())?.tid;
}

function namesOf({ name }: ConnectOptions, variables: Variables) {
  const { ENTRA_CLIENT_ID: apiClientId, ENTRA_ALLOWED_CLIENT_IDS: allowed } = givenOf(variables);
  return { name, apiClientId, foundryClientId: allowed?.split(',')[0]?.trim() };
}

interface Planning {
  readonly options: ConnectOptions;
  readonly policy: Policy;
  readonly declared: Declarations;
  readonly variables: Variables;
}

function planFor({ api, client }: Registrations, { options, policy, declared, variables }: Planning): Plan {
  const ids = { ENTRA_CLIENT_ID: api.appId, ENTRA_ALLOWED_CLIENT_IDS: client.appId };
  return planOf(placeOf({ ...variables, ...ids }), policy, declared, options.connection);
}
