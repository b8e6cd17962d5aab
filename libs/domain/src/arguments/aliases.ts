import { DomainError } from '../errors/domain-error.js';

/** Old names of arguments and the present ones. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * Arguments under their present names.
 * @throws DomainError `invalid_arguments` when both names were given
 */
export function renamed(args: unknown, aliases: Aliases): unknown {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return args;
  const old = Object.keys(aliases).filter((name) => Object.hasOwn(args, name));
  if (old.length === 0) return args;
  const given = Object.entries(args);
  const kept = given.filter(([name]) => !old.includes(name));
  const meant = given.filter(([name, value]) => old.includes(name) && isGiven(value));
  const twice = meant.find(([name]) => kept.some(([other, value]) => other === aliases[name] && isGiven(value)));
  if (twice) throw both(twice[0], aliases[twice[0]] ?? '');
  const present = meant.map(([name, value]): [string, unknown] => [aliases[name] ?? name, value]);
  return Object.fromEntries([...kept, ...present]);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== '';
}

function both(old: string, present: string): DomainError {
  return new DomainError('invalid_arguments', `"${old}" is the old name of "${present}", and both were given.`, {
    userAction: `Give "${present}" alone.`,
  });
}
