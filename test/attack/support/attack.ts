import type { McpAnswer } from '../../support/mcp.js';
import type { Target } from './target.js';

/** One case: what it is called, how the request is made, and what must come back. */
export interface Attack {
  readonly name: string;
  readonly request: (target: Target) => Promise<McpAnswer>;
  readonly answer: Verdict;
}

/** Throws when an answer is not what it must be. */
export type Verdict = (answer: McpAnswer, target: Target) => void | Promise<void>;

export interface AttackTable {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

/** Attacks that differ in one value: the key names the case. */
export function each<Value>(
  values: Readonly<Record<string, Value>>,
  toAttack: (value: Value, name: string) => Omit<Attack, 'name'>,
): Attack[] {
  return Object.entries(values).map(([name, value]) => ({ name, ...toAttack(value, name) }));
}

/** Attacks that differ in one text, which names the case. */
export function everyOf(texts: readonly string[], toAttack: (text: string) => Omit<Attack, 'name'>): Attack[] {
  return texts.map((text) => ({ name: text, ...toAttack(text) }));
}

/** The same attacks, named as part of something. */
export function under(what: string, attacks: readonly Attack[]): Attack[] {
  return attacks.map((attack) => ({ ...attack, name: `${what}: ${attack.name}` }));
}
