import {
  declaredFacts,
  type Declarations,
  effectsOf,
  type Policy,
  possibleVerdicts,
  type Primitive,
  rolesOf,
  switchedOff,
  type Tool,
  ToolCatalog,
  whySwitchedOff,
  withBuiltIn,
} from '@app/domain';
import { readPolicy } from '@app/config';
import { levelDecision } from './judged.js';
import { conditionWords, reasonWords } from './rule-words.js';

type Row = readonly string[];

const HEADER: Row = ['tool', 'scopes', 'roles', 'approval', 'rules', 'state'];

/**
 * What `npm run policy` prints for an environment.
 * @throws ConfigError naming every mistake in the policy's variables
 */
export function policyReport(
  variables: Readonly<Record<string, string | undefined>>,
  declared: Declarations = {},
): string {
  return policyTable(readPolicy(variables, declared), declared);
}

/** Tool × scopes × roles × approval × rules × state, then what the server as a whole asks for and allows. */
export function policyTable(policy: Policy, declared: Declarations): string {
  const { tools, ...definitions } = withBuiltIn(declared);
  const catalog = new ToolCatalog(tools, policy, definitions);
  const { prompts, resources } = catalog;
  const rows = [...tools, ...prompts, ...resources.all].map((one) => rowOf(one, catalog));
  const line = HEADER.map((_, column) => '-'.repeat(widthOf(column, rows)));
  return [
    ...[HEADER, line, ...rows].map((row) => aligned(row, rows)),
    '',
    `Scopes to consent to:  ${catalog.scopes.join(', ') || 'none'}`,
    `Recipients:            ${policy.recipientDomains.join(', ') || 'any domain'}`,
    `Approvals:             ${policy.approvals}`,
    ...ruleLines(policy),
    '',
  ].join('\n');
}

function rowOf(primitive: Primitive, catalog: ToolCatalog): Row {
  const { policy } = catalog;
  const off = switchedOff(primitive, policy);
  const optional = catalog.optionalScopesOf(primitive).map((scope) => `(${scope})`);
  return [
    primitive.name,
    [...primitive.requiredScopes, ...optional].join(' '),
    rolesOf(primitive, policy).join(', ') || '-',
    approvalWords(primitive, policy),
    rulesOf(primitive, policy),
    off ? `off: ${whySwitchedOff(primitive, off)}` : 'on',
  ];
}

/** When APPROVALS has the person approve a call. */
function approvalWords(primitive: Primitive & Partial<Tool>, { approvals }: Policy): string {
  const facts = declaredFacts(primitive);
  if (levelDecision(approvals, facts) === 'allow') return '-';
  if (levelDecision(approvals, facts, false) === 'approve') return 'always';
  const { annotations } = primitive;
  const reaches = annotations && effectsOf({ ...primitive, annotations }).reaches;
  return approvals === 'external' ? (reaches === 'outsiders' ? 'if outside' : '-') : 'if others, or deletes';
}

/** The rules that can decide a call, from 1. */
function rulesOf(primitive: Primitive, { rules }: Policy): string {
  const found = possibleVerdicts(rules, { tool: primitive, facts: declaredFacts(primitive) });
  return (
    found.flatMap(({ rule, decision }) => (rule === undefined ? [] : [`${rule + 1} ${decision}`])).join(', ') || '-'
  );
}

function ruleLines({ rules }: Policy): readonly string[] {
  if (rules.length === 0) return [];
  const lines = rules.map(
    (rule, index) => `${index + 1}  ${rule.decision.padEnd(7)}  ${conditionWords(rule)}${reasonWords(rule.reason)}`,
  );
  return ['', 'Rules, the first that is for a call decides where no variable is stricter:', ...lines];
}

function aligned(row: Row, rows: readonly Row[]): string {
  return row
    .map((cell, column) => cell.padEnd(widthOf(column, rows)))
    .join('  ')
    .trimEnd();
}

function widthOf(column: number, rows: readonly Row[]): number {
  return Math.max(...[HEADER, ...rows].map((row) => row[column]?.length ?? 0));
}
