import {
  type Caller,
  declaredFacts,
  dependsOnFirstContact,
  isAlwaysDenied,
  judgeByRules,
  type PolicyRule,
  READING,
  RULE_DECISIONS,
  type RuleFacts,
  subjectOf,
  type Tool,
  TOOLS,
} from '@app/domain';
import { aCaller } from '@app/testing';
import fc from 'fast-check';
import { tries } from '../support/depth.js';

const GROUP = '77777777-2222-3333-4444-555555555555';
const MAIL = { name: 'mail_send_draft', toolset: 'mail' };
const KNOWN: RuleFacts = { ...READING, writes: true };

function judge(rules: readonly PolicyRule[], facts: Partial<RuleFacts> = {}, caller: Partial<Caller> = {}) {
  const subject = subjectOf(aCaller(caller), { groupsClaim: false });
  return judgeByRules(rules, { tool: MAIL, subject, facts: { ...KNOWN, ...facts } });
}

const deny = (rule: Partial<PolicyRule>): PolicyRule => ({ ...rule, decision: 'deny', reason: 'No.' });

describe('the rules of a policy file', () => {
  it('the first that is for a call decides, and none leaves it to the variables', () => {
    const rules = [
      { ...deny({}), tools: ['files_share'] },
      { tools: ['mail_send_draft'], decision: 'allow' as const },
      deny({ toolsets: ['mail'] }),
    ];
    expect(judge(rules)).toEqual({ decision: 'allow', rule: 1 });
    expect(judge(rules.slice(2))).toEqual({ decision: 'deny', rule: 0, reason: 'No.' });
    expect(judge(rules.slice(0, 1))).toEqual({ decision: 'allow' });
  });

  it.each<[string, Partial<PolicyRule>, Partial<RuleFacts>, Partial<RuleFacts>]>([
    ['who is outside', { facts: { external: true } }, { external: true }, { external: false }],
    ['a first contact', { facts: { firstContact: true } }, { firstContact: true }, { firstContact: false }],
    ['more recipients than a number', { facts: { recipientsOver: 5 } }, { recipients: 6 }, { recipients: 5 }],
    ['more attendees than a number', { facts: { attendeesOver: 0 } }, { attendees: 1 }, { attendees: 0 }],
    [
      'a kind of share',
      { facts: { shareKind: ['organization'] } },
      { shareKind: 'organization' },
      { shareKind: 'people' },
    ],
    ['deleting', { facts: { deletes: true } }, { deletes: true }, { deletes: false }],
    [
      'all facts together',
      { facts: { external: true, deletes: true } },
      { external: true, deletes: true },
      { external: true },
    ],
  ])('a rule on %s is for such calls only', (_, rule, such, other) => {
    expect(judge([deny(rule)], such).decision).toBe('deny');
    expect(judge([deny(rule)], other).decision).toBe('allow');
  });

  it.each(['external', 'firstContact', 'recipients', 'attendees', 'shareKind', 'deletes'] as const)(
    'where %s is not known, the strictest of what it could be holds',
    (fact) => {
      const facts = { external: true, firstContact: true, shareKind: ['people' as const], deletes: true };
      const wanted = { recipients: { recipientsOver: 3 }, attendees: { attendeesOver: 3 } }[fact as string] ?? {
        [fact]: facts[fact as keyof typeof facts],
      };
      expect(judge([deny({ facts: wanted })], { [fact]: undefined }).decision).toBe('deny');
      const letsGo: PolicyRule = { facts: wanted, decision: 'allow' };
      expect(judge([letsGo, deny({})], { [fact]: undefined }).decision).toBe('deny');
    },
  );

  it('denies, in words of its own, where the sign-in does not tell the groups that a rule asks for', () => {
    const rules: readonly PolicyRule[] = [
      { groups: [GROUP], tools: ['mail_send_draft'], decision: 'allow' },
      { roles: ['Writer'], decision: 'allow' },
      deny({}),
    ];
    expect(judge(rules, {}, { groups: [GROUP] }).decision).toBe('allow');
    expect(judge(rules, {}, { groups: [] })).toMatchObject({ rule: 2 });
    for (const groups of ['too_many', undefined] as const)
      expect(judge(rules, {}, { groups })).toEqual({ decision: 'deny', rule: 0, unproven: 'groups' });
    expect(judge(rules.slice(1), {}, { roles: ['Writer'], verifiedBy: 'graph' })).toMatchObject({ unproven: 'roles' });
    const other = { tool: { name: 'files_share', toolset: 'files' }, subject: { clientId: '' }, facts: KNOWN };
    expect(judgeByRules(rules.slice(0, 1), other)).toEqual({ decision: 'allow' });
  });

  it('takes a token without groups for somebody in none only where the file says that Entra sends them', () => {
    const caller = aCaller();
    expect(subjectOf(caller, { groupsClaim: false }).groups).toBeUndefined();
    expect(subjectOf(caller, { groupsClaim: true }).groups).toEqual([]);
    expect(subjectOf({ ...caller, groups: 'too_many' }, { groupsClaim: true }).groups).toBeUndefined();
    expect(
      subjectOf({ ...caller, groups: [GROUP], verifiedBy: 'graph' }, { groupsClaim: true }).groups,
    ).toBeUndefined();
  });

  it('asks for first contact only where it makes a difference', () => {
    const asked = { tool: MAIL, subject: { clientId: '' }, facts: { ...KNOWN, firstContact: undefined } };
    const onFirst = deny({ facts: { firstContact: true } });
    expect(dependsOnFirstContact([onFirst], asked)).toBe(true);
    expect(dependsOnFirstContact([deny({}), onFirst], asked)).toBe(false);
    expect(dependsOnFirstContact([{ ...onFirst, tools: ['files_share'] }], asked)).toBe(false);
    expect(dependsOnFirstContact([onFirst], { ...asked, facts: KNOWN })).toBe(false);
  });

  it('has nothing approved that only reads', () => {
    const asked = { tool: MAIL, facts: READING };
    expect(judgeByRules([{ decision: 'approve', reason: 'Ask.' }], asked).decision).toBe('deny');
  });

  it('knows of each tool what its declaration says, and nothing of what it tells with each call', () => {
    const named = (name: string) => declaredFacts(TOOLS.find((tool) => tool.name === name) as Tool);
    expect(named('mail_search')).toEqual(READING);
    expect(named('mail_create_draft')).toEqual(KNOWN);
    expect(named('mail_send_draft')).toEqual({ writes: true });
    const undeclared = { ...(TOOLS.find(({ name }) => name === 'mail_create_draft') as Tool), effects: undefined };
    expect(declaredFacts(undeclared)).toEqual({ writes: true });
  });
});

const someFlag = fc.option(fc.boolean(), { nil: undefined });
const someCount = fc.option(fc.nat(4), { nil: undefined });
const someRule: fc.Arbitrary<PolicyRule> = fc.record({
  tools: fc.option(fc.subarray(['mail_send_draft', 'files_share'], { minLength: 1 }), { nil: undefined }),
  roles: fc.option(fc.constant(['Writer']), { nil: undefined, freq: 1 }),
  groups: fc.option(fc.constant([GROUP]), { nil: undefined, freq: 1 }),
  facts: fc.record({ external: someFlag, firstContact: someFlag, recipientsOver: someCount, deletes: someFlag }),
  decision: fc.constantFrom(...RULE_DECISIONS),
});
const someFacts = fc.record({
  writes: fc.constant(true),
  external: fc.boolean(),
  firstContact: fc.boolean(),
  recipients: fc.nat(5),
  deletes: fc.boolean(),
});
const someCaller = fc.record({
  roles: fc.constantFrom([], ['Writer']),
  groups: fc.constantFrom([], [GROUP], 'too_many' as const),
});

/** As a person would read the file. */
function readByHand(rules: readonly PolicyRule[], facts: RuleFacts, caller: Pick<Caller, 'roles' | 'groups'>): string {
  for (const { tools, roles, groups, facts: wanted = {}, decision } of rules) {
    if (tools && !tools.includes('mail_send_draft')) continue;
    if (wanted.external !== undefined && wanted.external !== facts.external) continue;
    if (wanted.firstContact !== undefined && wanted.firstContact !== facts.firstContact) continue;
    if (wanted.recipientsOver !== undefined && (facts.recipients ?? 0) <= wanted.recipientsOver) continue;
    if (wanted.deletes !== undefined && wanted.deletes !== facts.deletes) continue;
    if (roles && !caller.roles.includes('Writer')) continue;
    if (groups && caller.groups === 'too_many') return 'deny';
    if (groups && !caller.groups?.includes(GROUP)) continue;
    return decision;
  }
  return 'allow';
}

describe('for any rules, facts and caller', () => {
  const rules = fc.array(someRule, { maxLength: 6 });

  it('the decision is the one that reading the file from above gives', () => {
    fc.assert(
      fc.property(rules, someFacts, someCaller, (some, facts, caller) => {
        expect(judge(some, facts, caller).decision).toBe(readByHand(some, facts, caller));
      }),
      tries(3_000),
    );
  });

  it('knowing less of the facts never makes it laxer', () => {
    const hidden = fc.subarray(['external', 'firstContact', 'recipients', 'deletes'] as const);
    fc.assert(
      fc.property(rules, someFacts, someCaller, hidden, (some, facts, caller, keys) => {
        const less = { ...facts, ...Object.fromEntries(keys.map((key) => [key, undefined])) };
        const [known, unknown] = [facts, less].map(({ ...all }) => judge(some, all, caller).decision);
        expect(RULE_DECISIONS.indexOf(unknown as 'deny')).toBeGreaterThanOrEqual(
          RULE_DECISIONS.indexOf(known as 'deny'),
        );
      }),
      tries(3_000),
    );
  });

  it('what is always denied is denied whatever the facts turn out to be', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 2 }), someFacts, someCaller, (few, facts, caller) => {
        const some = [...few, deny({})];
        const subject = subjectOf(aCaller(caller), { groupsClaim: false });
        fc.pre(isAlwaysDenied(some, { tool: MAIL, subject, facts: { writes: true } }));
        expect(judge(some, facts, caller).decision).toBe('deny');
      }),
      tries(600),
    );
  });
});
