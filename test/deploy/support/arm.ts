import { readFileSync } from 'node:fs';
import { EXPRESSION, type Tree } from './bicep.js';

export interface ArmResource {
  readonly type: string;
  readonly apiVersion: string;
  readonly dependsOn?: readonly string[];
  readonly [property: string]: unknown;
}

export interface ArmTemplate {
  readonly parameters: Readonly<Record<string, { readonly type: string; readonly defaultValue?: unknown }>>;
  readonly resources: readonly ArmResource[];
  readonly outputs: Readonly<Record<string, { readonly type: string }>>;
}

export function readArm(file: string): ArmTemplate {
  return JSON.parse(readFileSync(file, 'utf8')) as ArmTemplate;
}

/** The same form that a Bicep file is read into. */
export function treeOf(value: unknown): Tree {
  if (typeof value === 'string') return isExpression(value) ? EXPRESSION : value;
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== 'object' || value === null) return value as number | boolean;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [isExpression(key) ? EXPRESSION : key, treeOf(held)]),
  );
}

/** The environment that `concat(createArray(createObject(…), …), parameters('settings'))` makes. */
export function environmentOf(expression: string): Tree {
  return [...expression.matchAll(/createObject\('name', '(\w+)', '(value|secretRef)', (?:'([^']*)'\)|)/g)].map(
    ([, name = '', kind = '', literal]) => ({ name, [kind]: literal ?? EXPRESSION }),
  );
}

function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[');
}
