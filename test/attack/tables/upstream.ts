import { callTool } from '../../support/mcp.js';
import { type Attack, type AttackTable, each, under, type Verdict } from '../support/attack.js';
import type { HostileAnswer } from '../support/hostile-server.js';
import type { Target } from '../support/target.js';
import { refused, toolRefused } from '../support/verdicts.js';

/** Links that a collection may end with, and that lead away from the Graph that was configured. */
const LINKS: Readonly<Record<string, (graph: string, attackerServer: string) => unknown>> = {
  'another server': (_graph, attackerServer) => `${attackerServer}/v1.0/me/calendars?$skip=1`,
  'another server, without its scheme': (_graph, attackerServer) =>
    `${attackerServer.replace('https:', '')}/v1.0/me/calendars`,
  'another server, with Graph as user': (graph, attackerServer) =>
    `https://${hostOf(graph)}@${hostOf(attackerServer)}/v1.0/me/calendars`,
  'another server, with backslashes': (_graph, attackerServer) =>
    `${attackerServer.replaceAll('/', '\\')}/v1.0/me/calendars`,
  'another server, with a line end inside': (_graph, attackerServer) =>
    `${attackerServer.replace('://', ':/\n/')}/v1.0/me/calendars`,
  'another server, with a blank before': (_graph, attackerServer) => ` ${attackerServer}/v1.0/me/calendars`,
  'another server, in upper case': (_graph, attackerServer) => `${attackerServer.toUpperCase()}/V1.0/ME/CALENDARS`,
  'a host that begins as Graph': (graph) => `${graph}.evil.example/v1.0/me/calendars`,
  'a port that begins as that of Graph': (graph) => `${graph}0/v1.0/me/calendars`,
  'Graph over http': (graph) => `${graph.replace('https', 'http')}/v1.0/me/calendars`,
  'Graph on another port': () => 'https://localhost:1/v1.0/me/calendars',
  'beta of Graph': (graph) => `${graph}/beta/me/calendars`,
  'beta of Graph by a detour': (graph) => `${graph}/v1.0/../beta/me/calendars`,
  'beta of Graph by an encoded detour': (graph) => `${graph}/v1.0/%2e%2e/beta/me/calendars`,
  'the root of Graph': (graph) => `${graph}/`,
  'a relative path': () => '/v1.0/me/calendars?$skip=1',
  'a relative path to another server': () => '//evil.example/v1.0/me/calendars',
  'a file': () => 'file:///v1.0/me/calendars',
  'a script': () => 'javascript:alert(1)',
  data: () => 'data:application/json,{"value":[]}',
  'an empty text': () => '',
  'a number': () => 7,
  'a list of links': (graph) => [`${graph}/v1.0/me/calendars?$skip=1`],
  'an object': (graph) => ({ href: `${graph}/v1.0/me/calendars` }),
};

const REDIRECTS = [301, 302, 303, 307, 308] as const;

/** Answers that are not what Graph documents. */
const ANSWERS: Readonly<Record<string, HostileAnswer>> = {
  'no JSON': { body: '<html>canary</html>' },
  'half a JSON': { body: '{"value":[{"id"' },
  'a list': { body: [] },
  null: { body: 'null' },
  'a collection that is no list': { body: { value: { id: '1' } } },
  'an error that quotes a token': {
    status: 500,
    body: { error: { code: 'x', message: 'Bearer eyJhbGciOiJub25lIn0.eyJ4IjoxfQ.x' } },
  },
  'an error with a stack': {
    status: 400,
    body: { error: { code: 'x', message: 'at Object.<anonymous> (/srv/app/x.js:1:1)' } },
  },
  'a challenge with broken claims': {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="insufficient_claims", claims="%%%"' },
  },
  'a teapot': { status: 418, body: {} },
};

const MISLED = ['temporarily_unavailable', 'invalid_arguments', 'timeout', 'interaction_required'];

const misled: Verdict = (got, target) =>
  got.status === 401 ? refused('token_refused_by_graph')(got, target) : toolRefused(...MISLED)(got, target);

const emptyWithNote: Verdict = ({ status, body }) => {
  expect([status, body.result?.isError]).toEqual([200, undefined]);
  expect(body.result?.structuredContent).toMatchObject({ calendars: [], notes: [expect.stringContaining('left out')] });
};

/** Such items are left out, and how many they are is said. */
const UNREADABLE_ITEMS = {
  'items that are no objects': { body: { value: [1, 'x', null] } },
  'items without id': { body: { value: [{ name: 'x' }] } },
};

export const upstream: AttackTable = {
  name: 'a Graph that misleads',
  attacks: [
    ...under(
      'a next link to',
      each(LINKS, (link) =>
        meet((target) => ({
          body: { value: [], '@odata.nextLink': link(target.hostileGraph.origin, target.attackerServer.origin) },
        })),
      ),
    ),
    ...REDIRECTS.flatMap((status) => [
      {
        name: `a ${status} to another server`,
        ...meet(({ attackerServer }) => ({
          status,
          headers: { location: `${attackerServer.origin}/v1.0/me/calendars` },
        })),
      },
      {
        name: `a ${status} to another server, at a write`,
        ...meet(
          ({ attackerServer }) => ({ status, headers: { location: `${attackerServer.origin}/v1.0/me/events` } }),
          'calendar_respond',
          {
            eventId: 'x',
            response: 'accept',
          },
        ),
      },
    ]),
    { name: 'a next link that leads to itself for ever', ...meet(({ hostileGraph }) => endless(hostileGraph.origin)) },
    ...under(
      'an answer that is',
      each(ANSWERS, (answer) => meet(() => answer)),
    ),
    ...under(
      'an answer that is',
      each(UNREADABLE_ITEMS, (answer) => meet(() => answer, 'calendar_list_calendars', {}, emptyWithNote)),
    ),
  ],
};

/** Calls a tool of a server whose Graph answers so: a tool error or a challenge, and the server of the attacker is not visited. */
function meet(
  answer: (target: Target) => HostileAnswer,
  tool = 'calendar_list_calendars',
  args: object = {},
  verdict: Verdict = misled,
): Omit<Attack, 'name'> {
  return {
    request: (target) => {
      target.hostileGraph.answer = () => answer(target);
      return callTool(target.misledUrl, target.good, tool, args);
    },
    answer: async (got, target) => {
      await verdict(got, target);
      expect(target.attackerServer.visits).toEqual([]);
      const visited = target.hostileGraph.visits.splice(0).map(({ what }) => what);
      expect(visited.filter((what) => !/^GET \/v1\.0\/me\/(calendars|events\/x)\?/.test(what))).toEqual([]);
    },
  };
}

function endless(origin: string): HostileAnswer {
  return { body: { value: [], '@odata.nextLink': `${origin}/v1.0/me/calendars?$skip=1` } };
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
