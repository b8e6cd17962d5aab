import type { z } from 'zod';
import { type Schema, unwrapped } from './schema.js';

const MOST_WORDS = 20;
const MUST_BE = 'must be ';

/** What a schema takes, in words that go on after "must be". */
export function expected(schema: Schema): string {
  const inner = unwrapped(schema);
  const { def } = inner._zod;
  switch (def.type) {
    case 'string':
      return ownWords(def) ?? `text${between(limitsOf(def), 'characters')}`;
    case 'number':
      return `${'format' in def ? 'a whole number' : 'a number'}${between(limitsOf(def))}`;
    case 'boolean':
      return 'true or false';
    case 'enum':
      return `one of ${Object.values(def.entries).slice(0, MOST_WORDS).join(', ')}`;
    case 'array':
      return `a list${between(limitsOf(def), 'items')}, each ${expected(def.element)}`;
    case 'object':
      return `an object with ${Object.keys(def.shape).slice(0, MOST_WORDS).join(', ') || 'nothing in it'}`;
    default:
      return `of type ${def.type}`;
  }
}

/** What a check of its own says after "must be", such as that of addresses. */
function ownWords({ checks = [] }: z.core.$ZodTypeDef): string | undefined {
  for (const { _zod } of checks) {
    const { check, error } = _zod.def as OwnCheckDef;
    const said = check === 'custom' ? error?.({ code: 'custom', path: [], input: undefined }) : undefined;
    if (typeof said === 'string' && said.startsWith(MUST_BE)) return said.slice(MUST_BE.length);
  }
  return undefined;
}

interface OwnCheckDef {
  readonly check: string;
  readonly error?: (issue: object) => unknown;
}

interface Limits {
  readonly least: number | undefined;
  readonly most: number | undefined;
}

interface LimitDef {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
}

/** The limits that somebody set: lengths are `minimum` and `maximum` of their checks, numbers their `value`. */
function limitsOf({ checks = [] }: z.core.$ZodTypeDef): Limits {
  const set = checks.map(({ _zod: { def } }) => def as LimitDef);
  return {
    least: limitOf(set.find(({ check }) => check === 'min_length' || check === 'greater_than')),
    most: limitOf(set.find(({ check }) => check === 'max_length' || check === 'less_than')),
  };
}

function limitOf(def: LimitDef | undefined): number | undefined {
  return def?.minimum ?? def?.maximum ?? def?.value;
}

function between({ least, most }: Limits, what = ''): string {
  const unit = what && ` ${what}`;
  if (most === undefined) return least ? ` of at least ${least}${unit}` : '';
  return least === undefined || (least === 0 && what !== '')
    ? ` of at most ${most}${unit}`
    : ` of ${least} to ${most}${unit}`;
}
