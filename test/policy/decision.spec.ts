import { type Policy, type Tool, ToolCatalog, TOOLS } from '@app/domain';
import { aCaller } from '@app/testing';
import { aPolicy, challengeOf, errorOf, run } from './support.js';

const WRITER = new Map([['calendar_create_event', ['Calendar.Writer']]]);

function catalogWith(policy: Partial<Policy>, tools: readonly Tool[] = TOOLS): ToolCatalog {
  return new ToolCatalog(tools, aPolicy(policy));
}

const names = (tools: readonly { readonly name: string }[]) => tools.map(({ name }) => name);

describe('a tool the operator switched off', () => {
  it.each<[string, Partial<Policy>, string]>([
    ['by its toolset', { toolsets: ['core'] }, 'the toolset calendar is not enabled'],
    ['by its name', { deniedTools: ['calendar_create_event'] }, 'it is denied by name'],
    ['by read-only mode', { readOnly: true }, 'the server is read-only'],
  ])('is refused with the reason when it is off %s', async (_how, policy, why) => {
    const catalog = catalogWith(policy);
    expect(await errorOf(run(catalog, aCaller(), 'calendar_create_event'))).toMatchObject({
      code: 'policy_denied',
      message: `The operator of this server switched calendar_create_event off: ${why}.`,
      details: { userAction: expect.stringContaining('Only the operator') },
    });
    expect(challengeOf(catalog, aCaller({ scopes: ['User.Read'] }), ['calendar_create_event'])).toBeUndefined();
  });

  it('is not listed, and its scopes are asked from nobody', () => {
    const catalog = catalogWith({ readOnly: true });
    const caller = aCaller({
      scopes: ['User.Read', 'People.Read', 'Calendars.Read.Shared', 'Mail.Read', 'Files.Read'],
    });
    expect(names(catalog.availableTo(caller))).toEqual(names(catalog.enabledTools));
    expect(names(catalog.enabledTools)).not.toContain('calendar_create_event');
    expect(catalog.scopes.filter((scope) => /Write|Send/.test(scope))).toEqual([]);
    expect(catalog.scopes).toEqual(expect.arrayContaining(['Calendars.Read', 'Mail.ReadBasic', 'User.Read']));
  });

  it('is one that writes by its scopes, even if its annotation forgot to say so', () => {
    const forgetful = TOOLS.map((tool) => ({ ...tool, annotations: { ...tool.annotations, readOnlyHint: true } }));
    const enabled = names(catalogWith({ readOnly: true }, forgetful).enabledTools);
    expect(enabled).toEqual(names(catalogWith({ readOnly: true }).enabledTools));
  });
});

describe('an app role', () => {
  const catalog = catalogWith({ extraRoles: WRITER });

  it('that is missing is a tool error naming it, because no other token would fix it', async () => {
    const caller = aCaller({ roles: ['Calendar.Reader'] });
    expect(await errorOf(run(catalog, caller, 'calendar_create_event'))).toMatchObject({
      code: 'role_missing',
      message: 'calendar_create_event needs the app role Calendar.Writer, which this sign-in lacks.',
      details: { userAction: expect.stringContaining('administrator') },
    });
    expect(challengeOf(catalog, caller, ['calendar_create_event'])).toBeUndefined();
  });

  it('that is there lets the call through', () => {
    expect(catalog.decide(aCaller({ roles: ['Calendar.Writer'] }), 'calendar_create_event').allowed).toBe(true);
  });

  it('is needed beside those the tool declares itself', () => {
    const tools = TOOLS.map((tool) => ({ ...tool, roles: ['Member'] }));
    const both = catalogWith({ extraRoles: WRITER }, tools);
    expect(both.decide(aCaller({ roles: ['Calendar.Writer'] }), 'calendar_create_event')).toMatchObject({
      missingRoles: ['Member'],
    });
    expect(both.decide(aCaller(), 'calendar_create_event')).toMatchObject({
      missingRoles: ['Member', 'Calendar.Writer'],
    });
  });

  it('is compared to the letter', () => {
    const caller = aCaller({ roles: ['calendar.writer', 'Calendar.Writer.All', 'Calendar.Writer '] });
    expect(catalog.decide(caller, 'calendar_create_event')).toMatchObject({ code: 'role_missing' });
  });

  it('in a token that we did not verify ourselves counts for nothing', () => {
    const caller = aCaller({ roles: ['Calendar.Writer'], verifiedBy: 'graph' });
    expect(catalog.decide(caller, 'calendar_create_event')).toMatchObject({ code: 'role_missing' });
  });
});

describe('the order of reasons', () => {
  const strange = aCaller({ scopes: ['Mail.Read'], roles: [] });

  it.each<[string, Partial<Policy>, string]>([
    ['the policy before the role and the scope', { readOnly: true, extraRoles: WRITER }, 'policy_denied'],
    ['the role before the scope', { extraRoles: WRITER }, 'role_missing'],
    ['the scope at last', {}, 'insufficient_scope'],
  ])('names %s', async (_what, policy, code) => {
    expect((await errorOf(run(catalogWith(policy), strange, 'calendar_create_event'))).code).toBe(code);
  });

  it.each(['no_such_tool', 'constructor', '__proto__', ''])('knows no tool of the name "%s"', async (name) => {
    expect((await errorOf(run(catalogWith({}), strange, name))).code).toBe('unknown_tool');
  });
});

describe('a batch', () => {
  it('is refused whole when one call lacks a scope, and the challenge names that call alone', () => {
    const catalog = catalogWith({ deniedTools: ['calendar_respond'] });
    const reader = aCaller({ scopes: ['User.Read', 'Calendars.Read'] });
    const batch = ['calendar_list_events', 'calendar_respond', 'calendar_create_event', 'no_such_tool'];
    expect(challengeOf(catalog, reader, batch)).toMatchObject({
      reason: 'insufficient_scope',
      message: 'calendar_create_event needs Calendars.ReadWrite. Sign in again and consent to the named scopes.',
    });
    expect(challengeOf(catalog, reader, ['calendar_list_events', 'calendar_respond'])).toBeUndefined();
  });
});

describe('get_my_context', () => {
  it('says of each unavailable tool what it would need, and which recipients are allowed', async () => {
    const catalog = catalogWith({
      deniedTools: ['calendar_respond'],
      extraRoles: new Map([['calendar_get_event', ['Reader']]]),
      recipientDomains: ['fernglas.example'],
    });
    const reader = aCaller({
      scopes:
        'User.Read People.Read MailboxSettings.Read Calendars.Read.Shared Mail.ReadWrite Mail.Send Files.ReadWrite'.split(
          ' ',
        ),
    });
    const { data } = await run(catalog, reader, 'get_my_context');
    expect(data.unavailableTools).toEqual([
      { tool: 'calendar_get_event', missingRoles: ['Reader'] },
      { tool: 'calendar_create_event', missingScopes: ['Calendars.ReadWrite'] },
      { tool: 'calendar_update_event', missingScopes: ['Calendars.ReadWrite'] },
      { tool: 'calendar_cancel_event', missingScopes: ['Calendars.ReadWrite'] },
      { tool: 'calendar_respond', switchedOff: 'tool_denied' },
      { tool: 'calendar_list_shared_events', switchedOff: 'toolset_off' },
      { tool: 'calendar_find_rooms', switchedOff: 'toolset_off' },
    ]);
    expect(data.notes).toEqual(['Recipients: fernglas.example only.']);
  });
});
