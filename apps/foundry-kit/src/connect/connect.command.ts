import type { Declarations, Policy } from '@app/domain';
import { CLOUDS, toSetVariables, type Variables, readPolicy } from '@app/config';
import { claimsOf } from '../doctor/claims.js';
import { toDeployment } from '../plan/deployment.js';
import { type Plan, planOf } from '../plan/plan.js';
import { type ConnectOptions, connectOptions } from './connect-options.js';
import { ensureConnection } from './connection/ensure-connection.js';
import { ensureToolbox } from './connection/ensure-toolbox.js';
import { ProjectConnections, type ProjectAddress } from './connection/project-connections.js';
import { type DesiredConnection, findExistingConnection } from './connection/existing-connection.js';
import { ChangeReport } from './change-report.js';
import { ensureRegistrations, findRegistrations, type Registrations } from './registrations/ensure-registrations.js';
import { ensureAdminConsent } from './registrations/principals.js';
import { ensureFederatedCredential } from './registrations/federated-credential.js';
import { nextSteps } from './next-steps.js';
import { type Dependencies, DEPENDENCIES, connectContext, type ConnectContext } from './connect-context.js';

/**
 * What `npm run foundry -- connect` does, told step by step.
 * @throws UsageError, ConfigError or ConnectError telling what to do
 */
export async function connectCommand(
  args: readonly string[],
  given: Variables,
  changes: Partial<Dependencies> = {},
  declared: Declarations = {},
): Promise<void> {
  const dependencies = { ...DEPENDENCIES, ...changes };
  const options = connectOptions(args);
  const policy = readPolicy(given, declared);
  const context = await connectContext(options, given, dependencies);
  const report = new ChangeReport(options.dryRun, dependencies.tell);
  const connections = options.project && (await projectOf(context, options.project));
  const tenantId = await tenantOf(context);
  const found = await findRegistrations(context.graph, report, namesOf(options, context.variables));
  const variables = { ...context.variables, ENTRA_TENANT_IDS: tenantId };
  const plan = planFor(found, { options, policy, declared, variables });
  const desired = desiredConnection({ options, found, plan }, dependencies.now());
  // A connection that is in the way is told before anything is changed.
  if (connections) await findExistingConnection(connections, desired);
  await register(context, report, { options, found, plan });
  if (connections) await ensureConnection({ graph: context.graph, report, connections }, desired);
  if (options.project && options.toolbox) {
    const place = { project: options.project.project, name: options.connection };
    await ensureToolbox(context.foundry, report, place, plan.toolbox);
  }
  dependencies.tell(nextSteps(plan, { options, variables: context.variables, changes: report.changes }));
}

interface Work {
  readonly options: ConnectOptions;
  readonly found: Registrations;
  readonly plan: Plan;
}

async function register({ graph, variables }: ConnectContext, report: ChangeReport, { options, found, plan }: Work) {
  const behalf = await ensureRegistrations(graph, report, found, plan);
  if (options.managedIdentity !== undefined) {
    const { login, tenantId } = plan.deployment;
    const audience = CLOUDS[(toSetVariables(variables).ENTRA_CLOUD ?? 'public') as keyof typeof CLOUDS].tokenExchange;
    const credential = { issuer: `${login}/${tenantId}/v2.0`, subject: options.managedIdentity, audience };
    await ensureFederatedCredential(graph, report, found.api, credential);
  }
  if (options.adminConsent) await ensureAdminConsent(graph, report, behalf, plan.graphPermissions);
}

function desiredConnection({ options, found, plan }: Work, now: Date): DesiredConnection {
  const { project, connection: name, secretFile: file, replace } = options;
  const label = [project?.account, project?.project, name].join('/');
  return { name, body: plan.connection, client: found.client, secret: { label, file }, replace, now };
}

/** Looked at before anything is made, so that a wrong name leaves nothing behind. */
async function projectOf({ arm }: ConnectContext, place: ProjectAddress): Promise<ProjectConnections> {
  const connections = new ProjectConnections(arm, place);
  await connections.assertExists();
  return connections;
}

/** The tenant that the environment names, or else the one that the person is signed in to. */
async function tenantOf({ variables, graph }: ConnectContext): Promise<string | undefined> {
  const { ENTRA_TENANT_IDS: named } = toSetVariables(variables);
  if (named !== undefined && named !== '*') return named;
  return claimsOf(await graph.token())?.tid;
}

function namesOf({ name, serviceManagementReference }: ConnectOptions, variables: Variables) {
  const { ENTRA_CLIENT_ID: apiClientId, ENTRA_ALLOWED_CLIENT_IDS: allowed } = toSetVariables(variables);
  return { name, serviceManagementReference, apiClientId, foundryClientId: allowed?.split(',')[0]?.trim() };
}

interface Planning {
  readonly options: ConnectOptions;
  readonly policy: Policy;
  readonly declared: Declarations;
  readonly variables: Variables;
}

function planFor({ api, client }: Registrations, { options, policy, declared, variables }: Planning): Plan {
  const ids = { ENTRA_CLIENT_ID: api.appId, ENTRA_ALLOWED_CLIENT_IDS: client.appId };
  return planOf(toDeployment({ ...variables, ...ids }), policy, declared, options.connection);
}
