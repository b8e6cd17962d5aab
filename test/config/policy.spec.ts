import { DEFAULT_POLICY, type Tool, TOOLS } from '@app/domain';
import { ConfigError, readConfig, readPolicy } from '@app/config';

type Variables = Record<string, string | undefined>;

function mistakesOf(variables: Variables, tools: readonly Tool[] = TOOLS): readonly string[] {
  try {
    readPolicy(variables, { tools });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('the policy of an environment', () => {
  it('takes nothing away by default but what reaches outsiders unapproved, and empty variables say nothing', () => {
    const empty = { READ_ONLY: '', TOOLSETS: '', DENIED_TOOLS: '', TOOL_ROLES: '', RECIPIENT_DOMAINS: '' };
    const byDefault = { ...DEFAULT_POLICY, approvals: 'external' };
    expect(readPolicy({})).toEqual(byDefault);
    expect(readPolicy(empty)).toEqual(byDefault);
  });

  it('is read from its variables', () => {
    const policy = readPolicy({
      READ_ONLY: 'true',
      TOOLSETS: ' calendar ,core',
      DENIED_TOOLS: 'calendar_respond, calendar_get_event',
      TOOL_ROLES:
        'calendar_create_event: Calendar.Writer , Member; get_my_context:urn:app:reader;calendar_create_event:Late;',
      RECIPIENT_DOMAINS: 'Fernglas.Example, partner.example',
      INTERNAL_DOMAINS: 'Fernglas.DE',
      APPROVALS: 'others',
      MARK_AGENT_ITEMS: 'true',
    });
    expect(policy).toEqual({
      readOnly: true,
      toolsets: ['core', 'calendar'],
      deniedTools: ['calendar_respond', 'calendar_get_event'],
      extraRoles: new Map([
        ['calendar_create_event', ['Calendar.Writer', 'Member', 'Late']],
        ['get_my_context', ['urn:app:reader']],
      ]),
      recipientDomains: ['fernglas.example', 'partner.example'],
      internalDomains: ['fernglas.de'],
      approvals: 'others',
      rules: [],
      groupsClaim: false,
      marksItems: true,
    });
  });

  it.each<[Variables, string]>([
    [{ READ_ONLY: 'TRUE' }, 'READ_ONLY is wrong: write one of true, false'],
    [{ READ_ONLY: '1' }, 'READ_ONLY is wrong: write one of true, false'],
    [{ TOOLSETS: 'core,calender' }, 'TOOLSETS is wrong: name 2 is no toolset of this server, did you mean calendar?'],
    [{ TOOLSETS: 'Core' }, 'TOOLSETS is wrong: name 1 is no toolset of this server, did you mean core?'],
    [{ TOOLSETS: 'everything' }, 'TOOLSETS is wrong: name 1 is no toolset of this server, write one of core, calendar'],
    [{ TOOLSETS: ' , ' }, 'TOOLSETS is wrong: name at least one, or leave it empty'],
    [
      { DENIED_TOOLS: 'calendar_createevent' },
      'DENIED_TOOLS is wrong: name 1 is no tool of this server, did you mean calendar_create_event?',
    ],
    [{ DENIED_TOOLS: 'zzz' }, 'DENIED_TOOLS is wrong: name 1 is no tool of this server, write one of get_my_context,'],
    [{ DENIED_TOOLS: ',' }, 'DENIED_TOOLS is wrong: name at least one'],
    [
      { TOOL_ROLES: 'get_my_context:A;calendar_responds:B' },
      'TOOL_ROLES is wrong: name 2 is no tool of this server, did you mean calendar_respond?',
    ],
    [{ TOOL_ROLES: 'calendar_respond' }, 'TOOL_ROLES is wrong: write <tool>:<app role>'],
    [{ TOOL_ROLES: 'calendar_respond:' }, 'TOOL_ROLES is wrong: write <tool>:<app role>'],
    [{ TOOL_ROLES: 'calendar_respond:A B' }, 'TOOL_ROLES is wrong: write <tool>:<app role>'],
    [{ TOOL_ROLES: 'calendar_respond:A,,B' }, 'TOOL_ROLES is wrong: write <tool>:<app role>'],
    [{ TOOL_ROLES: ';' }, 'TOOL_ROLES is wrong: name at least one'],
    [
      { TOOL_ROLES: 'calendar_respond:A', TOKEN_MODE: 'passthrough' },
      'TOOL_ROLES is wrong: with TOKEN_MODE=passthrough no token carries app roles of this API',
    ],
    [{ RECIPIENT_DOMAINS: '@fernglas.example' }, 'RECIPIENT_DOMAINS is wrong: write mail domains without @'],
    [{ RECIPIENT_DOMAINS: '*.fernglas.example' }, 'RECIPIENT_DOMAINS is wrong: write mail domains without @'],
    [{ RECIPIENT_DOMAINS: 'fernglas' }, 'RECIPIENT_DOMAINS is wrong: write mail domains without @'],
    [{ RECIPIENT_DOMAINS: ', ,' }, 'RECIPIENT_DOMAINS is wrong: name at least one, or leave it empty'],
  ])('refuses %j, saying what to write', (variables, message) => {
    const mistakes = mistakesOf(variables);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(message);
  });

  it('has all its mistakes named at once, beside those of the rest, and without their values', () => {
    const variables = { TOOLSETS: 's3cret', DENIED_TOOLS: 's3cret', TOOL_ROLES: 's3cret:s3cret', PORT: 's3cret' };
    const error = (() => {
      try {
        return readConfig(variables);
      } catch (thrown) {
        return thrown;
      }
    })();
    if (!(error instanceof ConfigError)) throw new Error('the configuration was not refused');
    for (const name of ['TOOLSETS', 'DENIED_TOOLS', 'TOOL_ROLES', 'PORT', 'ENTRA_CLIENT_ID'])
      expect(error.message).toContain(`- ${name} is `);
    expect(error.message).not.toContain('s3cret');
  });

  it('knows the tools a team added', () => {
    const [first] = TOOLS;
    const tools = [...TOOLS, { ...first!, name: 'team_tool' }];
    expect(readPolicy({ DENIED_TOOLS: 'team_tool' }, { tools }).deniedTools).toEqual(['team_tool']);
    expect(mistakesOf({ DENIED_TOOLS: 'team_tool' })).toHaveLength(1);
  });
});
