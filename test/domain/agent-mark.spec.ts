import { agentMark } from '../../libs/domain/src/ports/agent-mark.js';

const TRACE = '1f6b3c2d-0a4e-4f5b-8c7d-9e0a1b2c3d4e';

it.each([
  ['0b7f6a2e-5d1c-4e8f-9a3b-2c4d6e8f0a1b', '0b7f6a2e-5d1c-4e8f-9a3b-2c4d6e8f0a1b'],
  ['api://team.example', 'api:team.example'],
  ['x\r\nBcc: other@elsewhere.example', 'xBcc:otherelsewhere.example'],
  ['\u202Egent\u0000\u2028\u0085', 'gent'],
  ['"; =?utf-8?B?eA==?=', 'utf-8BeA'],
  ['', 'unknown'],
  ['\u00A0\t', 'unknown'],
  ['a'.repeat(5_000), 'a'.repeat(100)],
])('writes the client %j as one plain word', (clientId, client) => {
  expect(agentMark({ clientId }, { traceId: TRACE })).toEqual({ client, trace: TRACE });
});
