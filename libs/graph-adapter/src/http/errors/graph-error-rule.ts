import type { ErrorReason } from '@app/domain';

/** What is known of a refusal; `message` is Graph's and serves to recognise it, never to be shown. */
export interface GraphErrorAnswer {
  readonly status: number;
  /** The outer code, then those of the inner errors. */
  readonly codes: readonly string[];
  readonly message: string;
  readonly hasClaims: boolean;
}

/** A row of the table: which refusals it means, and what they are called. */
export interface GraphErrorRule {
  readonly when: (refusal: GraphErrorAnswer) => boolean;
  readonly reason: ErrorReason;
}

type When = GraphErrorRule['when'];

/** One of the codes, without regard to case. */
export function coded(...names: readonly string[]): When {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return ({ codes }) => codes.some((code) => wanted.has(code.toLowerCase()));
}

/** Words of Graph's message. */
export function saying(words: RegExp): When {
  return ({ message }) => words.test(message);
}

export function withStatus(...statuses: readonly number[]): When {
  return ({ status }) => statuses.includes(status);
}

export function both(one: When, other: When): When {
  return (refusal) => one(refusal) && other(refusal);
}

export function either(...options: readonly When[]): When {
  return (refusal) => options.some((option) => option(refusal));
}
