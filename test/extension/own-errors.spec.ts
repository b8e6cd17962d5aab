import { DomainError, type OwnErrorDefinition, type Tool } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, toolError } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { startTestTenant } from '../support/tenant.js';
import { TEAM_TOOLSET, teamTool } from './support.js';

const OVERLAPS: OwnErrorDefinition = {
  reason: 'leave_overlaps',
  code: 'conflict',
  fixedBy: 'person',
  message: 'There is already leave on these days.',
  userAction: 'Choose other days.',
};
const SIGNED_OUT: OwnErrorDefinition = { ...OVERLAPS, reason: 'leave_signed_out', code: 'invalid_token' };

const failsWith = (name: string, ...error: ConstructorParameters<typeof DomainError>): Tool =>
  teamTool({
    name,
    execute: async () => {
      throw new DomainError(...error);
    },
  });

const TOOLS = [
  failsWith('team_overlaps', OVERLAPS),
  failsWith('team_overlaps_on', OVERLAPS, 'There is already leave on 24 December.', { userAction: 'Choose another.' }),
  failsWith('team_signed_out', SIGNED_OUT),
];

describe('an error that a team defines', () => {
  let behalf: Behalf;
  let token: string;

  const keep = keptOpen();
  beforeAll(async () => {
    const tenant = await keep(startTestTenant());
    behalf = await keep(startBehalf(tenant, { tools: TOOLS, toolsets: [TEAM_TOOLSET] }));
    token = await tenant.token({ user: 'anna', scope: 'User.Read' });
  });

  it('reaches the caller in its words, and the audit by its reason', async () => {
    const output = new Output();
    const answer = await callTool(behalf.url, token, 'team_overlaps').finally(() => output.close());
    const { code, message, userAction } = OVERLAPS;
    expect(toolError(answer)).toEqual({ code, message, userAction });
    expect(output.takeAudit()).toMatchObject([{ decision: 'refused', reason: 'leave_overlaps' }]);
  });

  it('takes the words of one case', async () => {
    const answer = await callTool(behalf.url, token, 'team_overlaps_on');
    expect(toolError(answer)).toMatchObject({
      code: 'conflict',
      message: 'There is already leave on 24 December.',
      userAction: 'Choose another.',
    });
  });

  it('is answered as its code is: with a challenge where another sign-in helps', async () => {
    const answer = await callTool(behalf.url, token, 'team_signed_out');
    expect([answer.status, answer.challenge]).toEqual([401, expect.stringContaining('error="invalid_token"')]);
  });
});
