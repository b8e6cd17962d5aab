import { type McpAnswer, send } from '../../support/mcp.js';
import { type Attack, type AttackTable, each, under } from '../support/attack.js';
import { FORBIDDEN, NAME, PARAMS } from '../support/forbidden-call.js';
import type { Target } from '../support/target.js';
import { dropped, assertTellsNothing } from '../support/verdicts.js';

/** Bodies that name no tool of ours, or not in a way that JSON-RPC has. */
const ODD: Readonly<Record<string, string>> = {
  'a name in a list': withName('["calendar_create_event"]'),
  'a name in an object': withName('{"name":"calendar_create_event"}'),
  'a name that is a number': withName('1'),
  'a name that is null': withName('null'),
  'no name': FORBIDDEN.replace(`${NAME},`, ''),
  'a name with a blank after': withName('"calendar_create_event "'),
  'a name with a blank before': withName('" calendar_create_event"'),
  'a name with NUL': withName('"calendar_create_event\\u0000"'),
  'a name in upper case': withName('"CALENDAR_CREATE_EVENT"'),
  'a name with a look-alike letter': withName('"calendar_creаte_event"'),
  'a name with a zero-width blank': withName('"calendar_create\\u200b_event"'),
  'a name with a path': withName('"get_my_context/../calendar_create_event"'),
  'a name of two': withName('"get_my_context,calendar_create_event"'),
  'the name __proto__': withName('"__proto__"'),
  'the name constructor': withName('"constructor"'),
  'the name toString': withName('"toString"'),
  'a name of 100,000 characters': withName(`"${'n'.repeat(100_000)}"`),
  'a method in upper case': FORBIDDEN.replace('tools/call', 'TOOLS/CALL'),
  'a method with a blank': FORBIDDEN.replace('tools/call', 'tools/call '),
  'a method with a double slash': FORBIDDEN.replace('tools/call', 'tools//call'),
  'a method with NUL': FORBIDDEN.replace('tools/call', 'tools/call\\u0000'),
  'a method in a list': FORBIDDEN.replace('"tools/call"', '["tools/call"]'),
  'the method __proto__': FORBIDDEN.replace('tools/call', '__proto__'),
  'a name in __proto__': FORBIDDEN.replace(NAME, `"__proto__":{${NAME}}`),
  'params in __proto__': `{"jsonrpc":"2.0","id":1,"method":"tools/call","__proto__":{${PARAMS}}}`,
  'params in a list': FORBIDDEN.replace('"params":{', '"params":[{').replace(/\}$/, ']}'),
  'params as a text': FORBIDDEN.replace(/"params":.*/, `"params":${JSON.stringify(`{${NAME}}`)}}`),
  'a batch in a batch': `[[${FORBIDDEN}]]`,
  'a batch in a batch in a batch': `[[[${FORBIDDEN}]]]`,
  'an object of messages': `{"0":${FORBIDDEN},"length":1}`,
  'a message in a text': JSON.stringify(FORBIDDEN),
  'an empty batch': '[]',
  'a batch of empty things': '[{},[],null,1,"x"]',
  'an id that is a list': FORBIDDEN.replace('"id":1', '"id":[1]').replace(NAME, '"name":"x"'),
  'an id beyond every number': FORBIDDEN.replace('"id":1', '"id":1e999').replace(NAME, '"name":"x"'),
  'an id of 100,000 characters': FORBIDDEN.replace('"id":1', `"id":"${'i'.repeat(100_000)}"`).replace(
    NAME,
    '"name":"x"',
  ),
};

/** Bodies that are no message at all. */
const NO_MESSAGE: Readonly<Record<string, [body: string, status: number]>> = {
  'an empty object': ['{}', 400],
  'a text': ['"tools/call"', 400],
  'a number': ['7', 400],
  null: ['null', 400],
  'a body cut off': ['{"jsonrpc":', 400],
  'two objects': ['{}{}', 400],
  'a comment': [`// x\n${FORBIDDEN}`, 400],
  'a trailing comma': [FORBIDDEN.replace(/\}$/, ',}'), 400],
  'single quotes': [FORBIDDEN.replaceAll('"', "'"), 400],
  NaN: ['{"jsonrpc":"2.0","id":NaN,"method":"ping"}', 400],
  'lists 200,000 deep': ['['.repeat(200_000) + ']'.repeat(200_000), 400],
  'lists without an end': ['['.repeat(500_000), 400],
  'a body of 2 MB': [FORBIDDEN.replace('"x"', `"${'x'.repeat(2_000_000)}"`), 413],
};

export const oddMessages: AttackTable = {
  name: 'odd messages, with a token for less',
  attacks: [
    ...each(ODD, (body) => ({ ...post(body), answer: unserved })),
    ...under(
      'instead of a message',
      each(NO_MESSAGE, ([body, status]) => ({ ...post(body), answer: dropped(status) })),
    ),
  ],
};

function post(body: string): Pick<Attack, 'request'> {
  return {
    request: ({ url, reader, outgoing }) => {
      outgoing.take();
      return send(url, { token: reader, body });
    },
  };
}

function withName(name: string): string {
  return FORBIDDEN.replace(NAME, `"name":${name}`);
}

/** However it is refused, no result comes, nothing breaks, and nobody was asked anything. */
function unserved(answer: McpAnswer, { outgoing }: Target): void {
  expect([200, 202, 400, 403, 404]).toContain(answer.status);
  expect(outgoing.take()).toEqual([]);
  const bodies = Array.isArray(answer.body) ? answer.body : [answer.body];
  expect(bodies.filter(({ result }) => result && !result.isError)).toEqual([]);
  assertTellsNothing(answer);
}
