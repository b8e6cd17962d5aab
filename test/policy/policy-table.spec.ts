import { TOOLS } from '@app/domain';
import { ConfigError } from '@app/config';
import { policyReport } from '../../apps/mcp-api/src/policy/policy-table.js';

describe('the policy table', () => {
  it('shows a server of which nothing was said', () => {
    expect(policyReport({})).toMatchSnapshot();
  });

  it('shows every tool that is off, and why', () => {
    const variables = {
      READ_ONLY: 'true',
      TOOLSETS: 'calendar',
      DENIED_TOOLS: 'calendar_list_calendars',
      TOOL_ROLES: 'calendar_get_event:Calendar.Reader',
      RECIPIENT_DOMAINS: 'fernglas.example',
    };
    expect(policyReport(variables)).toMatchSnapshot();
  });

  it('has one line for each tool of a longer list', () => {
    const [first] = TOOLS;
    const report = policyReport({ DENIED_TOOLS: 'team_tool' }, { tools: [...TOOLS, { ...first!, name: 'team_tool' }] });
    expect(report).toMatch(/^team_tool +User\.Read .* off: it is denied by name$/m);
  });

  it('says that no scope is needed where every tool is off', () => {
    expect(policyReport({ TOOLSETS: 'core', DENIED_TOOLS: 'get_my_context,find_people' })).toContain(
      'Scopes to consent to:  none',
    );
  });

  it('is not made of wrong values', () => {
    expect(() => policyReport({ READ_ONLY: 'yes' })).toThrow(ConfigError);
  });
});
