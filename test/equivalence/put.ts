import { callTool } from '../support/mcp.js';
import type { LocalTenant } from '../support/tenant.js';
import type { Case, Operation } from './cases.js';
import type { Person } from './directory.js';
import { askGraph, type GraphRequest, itemsOf } from './graph.js';
import { EQUIVALENTS } from './operations/index.js';
import { answered, type Outcome, outcomeOf, served } from './outcome.js';
import type { Equivalent, Situation } from './side.js';
import type { Worlds } from './worlds.js';

export interface Outcomes {
  readonly served: Outcome;
  readonly direct: Outcome;
}

/** Puts a question to the server and to Graph itself, each in its own world. */
export async function put(worlds: Worlds, { person, scopes, operation }: Case): Promise<Outcomes> {
  const situation: Situation = { person, scopes, directory: worlds.directory };
  const scope = scopes.join(' ');
  const equivalent: Equivalent<Operation> = EQUIVALENTS[operation.tool] as Equivalent<Operation>;
  const [inbound, graph] = await Promise.all([
    worlds.served.token({ user: person, scope }),
    worlds.direct.token({ user: person, scope, audience: 'graph' }),
  ]);
  const call = async <Data>(args: object) => served<Data>(await callTool(worlds.url, inbound, operation.tool, args));
  const ask = async <Body>(request: GraphRequest) => answered<Body>(await askGraph(worlds.direct, graph, request));
  const [through, direct] = await Promise.all([
    outcomeOf(() => equivalent.throughServer(operation, call, situation)),
    outcomeOf(() => equivalent.directly(operation, ask, situation)),
  ]);
  return { served: through, direct };
}

/** Everything of somebody's events that an operation could have changed. */
export async function stateOf(tenant: LocalTenant, person: Person): Promise<unknown> {
  const token = await tenant.token({ user: person, audience: 'graph' });
  const fields = 'id,subject,start,end,location,body,sensitivity,showAs,responseStatus,attendees,isCancelled';
  const answer = await askGraph(tenant, token, { path: `/me/events?$top=200&$select=${fields}` });
  // When somebody answered is the clock's, not the operation's.
  return itemsOf(answer).map(
    (event) => JSON.parse(JSON.stringify(event, (key, value: unknown) => (key === 'time' ? 0 : value))) as unknown,
  );
}
