import {
  type Declarations,
  type Policy,
  rolesOf,
  switchedOff,
  type Tool,
  ToolCatalog,
  whySwitchedOff,
  withBuiltIn,
} from '@app/domain';
import { readPolicy } from './config/policy-config.js';

type Row = readonly string[];

const HEADER: Row = ['tool', 'scopes', 'roles', 'state'];

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

/** Tool × scopes × roles × state, then what the server as a whole asks for and allows. */
export function policyTable(policy: Policy, declared: Declarations): string {
  const { tools, ...definitions } = withBuiltIn(declared);
  const catalog = new ToolCatalog(tools, policy, definitions);
  const rows = tools.map((tool) => rowOf(tool, catalog));
  const line = HEADER.map((_, column) => '-'.repeat(widthOf(column, rows)));
  return [
    ...[HEADER, line, ...rows].map((row) => aligned(row, rows)),
    '',
    `Scopes to consent to:  ${catalog.scopes.join(', ') || 'none'}`,
    `Recipients:            ${policy.recipientDomains.join(', ') || 'any domain'}`,
    '',
  ].join('\n');
}

function rowOf(tool: Tool, catalog: ToolCatalog): Row {
  const { policy } = catalog;
  const off = switchedOff(tool, policy);
  const optional = catalog.optionalScopesOf(tool).map((scope) => `(${scope})`);
  return [
    tool.name,
    [...tool.requiredScopes, ...optional].join(' '),
    rolesOf(tool, policy).join(', ') || '-',
    off ? `off: ${whySwitchedOff(tool, off)}` : 'on',
  ];
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
