import { callTool } from '../support/mcp.js';
import type { Case, Operation } from './cases/index.js';
import { askGraph, type GraphRequest } from './graph.js';
import { EQUIVALENTS } from './operations/index.js';
import { answered, type Outcome, outcomeOf, served } from './outcome.js';
import type { Equivalent, Situation } from './side.js';
import type { Fixtures } from './fixtures.js';

export interface Outcomes {
  readonly served: Outcome;
  readonly direct: Outcome;
}

/** Puts a question to the server and to Graph itself, each in its own world. */
export async function put(worlds: Fixtures, { person, scopes, operation }: Case): Promise<Outcomes> {
  worlds.tick();
  const situation: Situation = { person, scopes, directory: worlds.directory };
  const scope = scopes.join(' ');
  const equivalent: Equivalent<Operation> = EQUIVALENTS[operation.tool] as Equivalent<Operation>;
  const [inbound, graph] = await Promise.all([
    worlds.served.token({ user: person, scope }),
    worlds.direct.token({ user: person, scope, audience: 'graph' }),
  ]);
  const call = async <Data>(args: object) => served<Data>(await callTool(worlds.url, inbound, operation.tool, args));
  const refusals: Outcome[] = [];
  const ask = async <Body>(request: GraphRequest) => {
    const answer = await askGraph(worlds.direct, graph, request);
    return answered<Body>(answer, (refusal) => refusals.push(refusal));
  };
  const [through, direct] = await Promise.all([
    outcomeOf(() => equivalent.throughServer(operation, call, situation)),
    outcomeOf(() => equivalent.directly(operation, ask, situation)),
  ]);
  return { served: through, direct: theRefusal(refusals) ?? direct };
}

/** A tool is the sum of its requests: if one is refused, it is. That the token may not is told before anything else. */
function theRefusal(refusals: readonly Outcome[]): Outcome | undefined {
  return refusals.find(({ verdict }) => verdict === 'scope') ?? refusals[0];
}
