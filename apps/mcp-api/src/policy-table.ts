import {
  type Declarations,
  type Policy,
  type Primitive,
  rolesOf,
  switchedOff,
  ToolCatalog,
  whySwitchedOff,
  withBuiltIn,
} from '@app/domain';
import { readPolicy } from '@app/config';

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
  const { prompts, resources } = catalog;
  const rows = [...tools, ...prompts, ...resources.all].map((one) => rowOf(one, catalog));
  const line = HEADER.map((_, column) => '-'.repeat(widthOf(column, rows)));
  return [
    ...[HEADER, line, ...rows].map((row) => aligned(row, rows)),
    '',
    `Scopes to consent to:  ${catalog.scopes.join(', ') || 'none'}`,
    `Recipients:            ${policy.recipientDomains.join(', ') || 'any domain'}`,
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
    off ? `off: ${whySwitchedOff(primitive, off)}` : 'on',
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
