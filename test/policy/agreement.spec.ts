import {
  type Caller,
  CursorSeal,
  DEFAULT_POLICY,
  type ErrorCode,
  isGranted,
  type Policy,
  type PolicyRule,
  type Tool,
  ToolCatalog,
  TOOLS,
  TOOLSETS,
} from '@app/domain';
import fc from 'fast-check';
import { tries } from '../support/depth.js';
import type { AuditLog } from '../../apps/mcp-api/src/audit/audit-log.js';
import type { AppConfig } from '@app/config';
import { CallHandler } from '../../apps/mcp-api/src/mcp/methods/call-handler.js';
import { ClientChannels } from '../../apps/mcp-api/src/mcp/client/client-channels.js';
import type { CompletionMethods } from '../../apps/mcp-api/src/mcp/methods/completion-methods.js';
import { Dispatcher } from '../../apps/mcp-api/src/mcp/dispatch/dispatcher.js';
import type { JsonAnswer } from '../../apps/mcp-api/src/mcp/answers/json-answer.js';
import { McpMethods } from '../../apps/mcp-api/src/mcp/methods/mcp-methods.js';
import { McpEndpoint } from '../../apps/mcp-api/src/mcp/mcp-endpoint.js';
import { McpServerFactory } from '../../apps/mcp-api/src/mcp/mcp-server.factory.js';
import type { PromptMethods } from '../../apps/mcp-api/src/mcp/methods/prompt-methods.js';
import { RequestStates } from '../../apps/mcp-api/src/mcp/client/request-state.js';
import type { ResourceMethods } from '../../apps/mcp-api/src/mcp/methods/resource-methods.js';
import { ToolMethods } from '../../apps/mcp-api/src/mcp/methods/tool-methods.js';
import { Visibility } from '../../apps/mcp-api/src/mcp/methods/visibility.js';
import { aCaller, someLimits } from '@app/testing';
import { aRunner, challengeOf, run } from './support.js';

interface Case {
  readonly tools: readonly Tool[];
  readonly policy: Policy;
  readonly caller: Caller;
}

type Outcome = 'allowed' | 'policy_denied' | 'role_missing' | 'insufficient_scope';

const NAMES = TOOLS.map(({ name }) => name);
const ROLES = ['Reader', 'Writer'];
const SCOPES = [
  'User.Read',
  'MailboxSettings.Read',
  'Calendars.ReadBasic',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Calendars.Read.Shared',
  'Calendars.ReadWrite.Shared',
  'Mail.ReadWrite',
];

const someRoles = fc.subarray(ROLES);
const rolesByTool = fc.array(someRoles, { minLength: NAMES.length, maxLength: NAMES.length });
const rarely = (values: readonly string[]) => fc.oneof(fc.constant<string[]>([]), fc.subarray([...values]));

const GROUP = '77777777-2222-3333-4444-555555555555';
const rarelyOne = (values: readonly string[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 1 });
const someRule: fc.Arbitrary<PolicyRule> = fc.record({
  tools: rarelyOne(NAMES),
  toolsets: rarelyOne(TOOLSETS.map(({ name }) => name)),
  roles: rarelyOne(ROLES),
  groups: rarelyOne([GROUP]),
  decision: fc.constantFrom('allow' as const, 'deny' as const),
});

const cases: fc.Arbitrary<Case> = fc.record({
  tools: fc
    .oneof(fc.constant<string[][]>([]), rolesByTool)
    .map((roles) => TOOLS.map((tool, index) => ({ ...tool, roles: roles[index] }))),
  policy: fc.record({
    readOnly: fc.boolean(),
    toolsets: fc.oneof(fc.constant(DEFAULT_POLICY.toolsets), fc.subarray(TOOLSETS.map(({ name }) => name))),
    deniedTools: rarely(NAMES),
    extraRoles: fc.array(fc.tuple(fc.constantFrom(...NAMES), someRoles), { maxLength: 3 }).map((all) => new Map(all)),
    recipientDomains: fc.constant([]),
    internalDomains: fc.constant([]),
    approvals: fc.constant('off' as const),
    rules: fc.array(someRule, { maxLength: 3 }),
    groupsClaim: fc.boolean(),
  }),
  caller: fc
    .record({
      scopes: fc.subarray(SCOPES),
      roles: fc.oneof(fc.constant(ROLES), someRoles),
      groups: fc.constantFrom(undefined, 'too_many' as const, [], [GROUP]),
      verifiedBy: fc.constantFrom('signature' as const, 'signature' as const, 'graph' as const),
    })
    .map((overrides) => aCaller(overrides)),
});

/** The rule as a person would write it down, without the product's own code for it. */
function expected(tool: Tool, { policy, caller }: Case): Outcome {
  const on = policy.toolsets.includes(tool.toolset) && !policy.deniedTools.includes(tool.name);
  if (!on || (policy.readOnly && !tool.annotations.readOnlyHint)) return 'policy_denied';
  if (isRuledOut(tool, { policy, caller })) return 'policy_denied';
  const roles = new Set(caller.verifiedBy === 'signature' ? caller.roles : []);
  const needed = [...(tool.roles ?? []), ...(policy.extraRoles.get(tool.name) ?? [])];
  if (!needed.every((role) => roles.has(role))) return 'role_missing';
  return tool.requiredScopes.every((scope) => isGranted(caller.scopes, scope)) ? 'allowed' : 'insufficient_scope';
}

function isRuledOut(tool: Tool, { policy, caller }: Pick<Case, 'policy' | 'caller'>): boolean {
  const isOurs = caller.verifiedBy === 'signature';
  const groups = caller.groups ?? (policy.groupsClaim ? [] : 'unknown');
  for (const rule of policy.rules) {
    if (rule.tools && !rule.tools.includes(tool.name)) continue;
    if (rule.toolsets && !rule.toolsets.includes(tool.toolset)) continue;
    const knowsGroups = isOurs && typeof groups !== 'string';
    if (rule.roles && isOurs && !rule.roles.some((role) => caller.roles.includes(role))) continue;
    if (rule.groups && knowsGroups && !rule.groups.some((group) => groups.includes(group))) continue;
    return rule.decision === 'deny' || (!!rule.roles && !isOurs) || (!!rule.groups && !knowsGroups);
  }
  return false;
}

const REFUSALS: readonly ErrorCode[] = ['policy_denied', 'role_missing', 'insufficient_scope', 'unknown_tool'];

/** What calling it comes to; arguments are wrong on purpose, which is found out only after the decision. */
async function outcomeOfCall(catalog: ToolCatalog, caller: Caller, name: string): Promise<string> {
  const code = await run(catalog, caller, name, { noSuchArgument: true }).then(
    () => 'the call was answered',
    (error: { code?: ErrorCode }) => error.code,
  );
  if (code === 'invalid_arguments') return 'allowed';
  return code && REFUSALS.some((refusal) => refusal === code) ? code : `unforeseen: ${code}`;
}

async function listed(catalog: ToolCatalog, caller: Caller, catalogVisibility: 'granted' | 'all'): Promise<string[]> {
  const config = { server: { catalogVisibility, callTimeoutMs: 5_000 }, auth: { denialMode: 'http403' } } as AppConfig;
  const [visibility, calls] = [new Visibility(catalog, config), new CallHandler({} as AuditLog, config)];
  const channels = new ClientChannels(new RequestStates(new CursorSeal(), Date.now), catalog);
  const tools = new ToolMethods(catalog, aRunner(catalog), calls, channels, visibility);
  const none = { any: false } as PromptMethods & ResourceMethods & CompletionMethods;
  const methods = new McpMethods(tools, none, none, none, channels, catalog);
  const [dispatcher, servers] = [new Dispatcher(methods), new McpServerFactory(methods)];
  const endpoint = new McpEndpoint(dispatcher, servers, tools, catalog, config);
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
  const answer = await endpoint.serve({ caller, headers: {}, body, limits: someLimits() });
  const { result } = JSON.parse((answer as JsonAnswer).json ?? '') as { result: { tools: { name: string }[] } };
  return result.tools.map(({ name }) => name);
}

function namesOf(one: Case, ...outcomes: Outcome[]): string[] {
  return one.tools.filter((tool) => outcomes.includes(expected(tool, one))).map(({ name }) => name);
}

describe('for any tools, policy and caller', () => {
  it('a call comes to what the rule says, for every tool', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const catalog = new ToolCatalog(one.tools, one.policy);
        for (const tool of one.tools)
          expect([tool.name, await outcomeOfCall(catalog, one.caller, tool.name)]).toEqual([
            tool.name,
            expected(tool, one),
          ]);
      }),
      tries(300),
    );
  });

  it('the guard challenges a batch exactly if a call in it lacks a scope, and names those tools', () => {
    fc.assert(
      fc.property(cases, fc.subarray(NAMES, { minLength: 1 }), (one, called) => {
        const challenge = challengeOf(new ToolCatalog(one.tools, one.policy), one.caller, called);
        const lacking = namesOf(one, 'insufficient_scope').filter((name) => called.includes(name));
        expect(challenge?.message.split(' needs ')[0]).toBe(lacking.length > 0 ? lacking.join(', ') : undefined);
      }),
      tries(500),
    );
  });

  it('the list has what may be called, or with CATALOG_VISIBILITY=all what is on', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const catalog = new ToolCatalog(one.tools, one.policy);
        expect(await listed(catalog, one.caller, 'granted')).toEqual(namesOf(one, 'allowed'));
        const on = namesOf(one, 'allowed', 'role_missing', 'insufficient_scope');
        expect(await listed(catalog, one.caller, 'all')).toEqual(on);
      }),
      tries(60),
    );
  });

  it('get_my_context names every tool that may not be called, with the reason of its refusal', async () => {
    const reasons = { switchedOff: 'policy_denied', missingRoles: 'role_missing', missingScopes: 'insufficient_scope' };
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        fc.pre(namesOf(one, 'allowed').includes('get_my_context'));
        const catalog = new ToolCatalog(one.tools, one.policy);
        const { data } = await run(catalog, one.caller, 'get_my_context');
        const told = (data.unavailableTools as Record<string, unknown>[]).map(({ tool, ...why }) => [
          tool,
          ...Object.keys(why).map((key) => reasons[key as keyof typeof reasons]),
        ]);
        const refused = one.tools.filter((tool) => expected(tool, one) !== 'allowed');
        expect(told).toEqual(refused.map((tool) => [tool.name, expected(tool, one)]));
      }),
      tries(150),
    );
  });

  it('the scopes asked for are those of the tools that are on, and only reading ones where the server is read-only', () => {
    fc.assert(
      fc.property(cases, ({ policy, ...rest }) => {
        const rules = policy.rules.filter((rule) => !rule.roles && !rule.groups);
        const one = { ...rest, policy: { ...policy, rules } };
        const on = one.tools.filter((tool) => expected(tool, one) !== 'policy_denied');
        const scopesWith = (tool: Tool) => one.policy.toolsets.flatMap((toolset) => tool.scopesWith?.[toolset] ?? []);
        const scopes = on.flatMap((tool) => [
          ...tool.requiredScopes,
          ...(tool.optionalScopes ?? []),
          ...scopesWith(tool),
        ]);
        const asked = one.policy.readOnly ? scopes.filter((scope) => /\.Read(Basic)?(\.|$)/.test(scope)) : scopes;
        expect(new Set(new ToolCatalog(one.tools, one.policy).scopes)).toEqual(new Set(asked));
      }),
      tries(300),
    );
  });

  it('every outcome occurs among the cases tried', () => {
    const seen = new Set(
      fc.sample(cases, { numRuns: 200, seed: 7 }).flatMap((one) => one.tools.map((tool) => expected(tool, one))),
    );
    expect([...seen].sort()).toEqual(['allowed', 'insufficient_scope', 'policy_denied', 'role_missing']);
  });
});
