import type { DomainError } from '../errors/domain-error.js';
import type { Caller } from '../call/caller.js';

/** What whoever passes a result on has to know of it, as `_meta.ifc` of a result of MCP says it. */
export interface TrustLabel {
  /** `untrusted`: some text in it may have been written by somebody else than the signed-in person. */
  readonly integrity: 'trusted' | 'untrusted';
  /** Object ids of those who may read it, sorted, each once. None: nobody may. */
  readonly confidentiality: readonly string[];
}

/** The label of what one person got from this server. */
export function labelFor({ objectId }: Pick<Caller, 'objectId'>, isTrusted: boolean): TrustLabel {
  return { integrity: isTrusted ? 'trusted' : 'untrusted', confidentiality: [objectId] };
}

/** Errors repeat words of others in quotes only, and addresses; what has neither is of this server alone. */
export function labelOfError(caller: Pick<Caller, 'objectId'>, { message, details }: DomainError): TrustLabel {
  const text = `${message} ${details.userAction ?? ''}`;
  return labelFor(caller, !text.includes('"') && !text.includes('@'));
}

/** The label of what was made from both: trusted if both are, for those who may read both. */
export function joinLabels(one: TrustLabel, other: TrustLabel): TrustLabel {
  const readers = one.confidentiality.filter((reader) => other.confidentiality.includes(reader));
  const isTrusted = one.integrity === 'trusted' && other.integrity === 'trusted';
  return { integrity: isTrusted ? 'trusted' : 'untrusted', confidentiality: [...new Set(readers)].sort() };
}

/** Whether `one` allows no more than `other` does. */
export function isAsStrict(one: TrustLabel, other: TrustLabel): boolean {
  const isLess = one.integrity === 'trusted' && other.integrity === 'untrusted';
  return !isLess && one.confidentiality.every((reader) => other.confidentiality.includes(reader));
}
