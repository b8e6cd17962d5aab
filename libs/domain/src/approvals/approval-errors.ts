import type { Caller } from '../call/caller.js';
import { DomainError } from '../errors/domain-error.js';
import type { ErrorCode } from '../errors/error-definition.js';
import type { ApprovalOutcome, ApprovalRequest, ApprovalRequests } from '../ports/approval-requests.port.js';
import { isAddress } from '../text/address.js';
import type { Tool } from '../tool/tool.js';
import type { SeenCall } from './approval-gate.js';

/** A call that was not carried out. */
export interface StoppedCall {
  readonly caller: Caller;
  readonly tool: Tool;
  /** As validated. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

const MOST_NAMED = 10;
/** How a call fails whose item is not what it was. */
const GONE: readonly ErrorCode[] = ['not_found', 'not_allowed', 'conflict'];

/** The error of a call that the person has to approve first, or has already decided about. */
export async function approvalError(
  call: StoppedCall,
  seen: SeenCall,
  requests: ApprovalRequests | undefined,
): Promise<DomainError> {
  if (!requests) return denied('this server has no page for it');
  // Without a version, only a call that does nothing the second time can be bound to one approval.
  if (seen.version === undefined && !seen.isOnce && !call.tool.annotations.idempotentHint && isForOthers(seen)) {
    return denied(`${call.tool.name} says neither version nor isOnce, so one approval could carry it out twice`);
  }
  const request: ApprovalRequest = { ...toRequest(call), seen: { version: seen.version } };
  const outcome = await requests.outcomeOf(request);
  return outcome ? decidedError(outcome) : requiredError(call.tool, seen, await requests.linkFor(request));
}

/** `error`, or, where the item is gone because the approved call was carried out, that. */
export async function afterApproval(
  call: StoppedCall,
  error: unknown,
  requests: ApprovalRequests | undefined,
): Promise<unknown> {
  if (!requests || !(error instanceof DomainError) || !GONE.includes(error.code)) return error;
  const outcome = await requests.doneBefore(toRequest(call));
  return outcome ? decidedError(outcome) : error;
}

function isForOthers({ facts: { outside, inside, shares } }: SeenCall): boolean {
  return outside + inside > 0 || shares;
}

function toRequest({ caller: { tenantId, objectId, clientId }, tool, arguments: args }: StoppedCall) {
  return { caller: { tenantId, objectId, clientId }, tool: tool.name, arguments: args };
}

function requiredError({ title }: Tool, seen: SeenCall, { url, endsAt }: { url: string; endsAt: Date }): DomainError {
  const reason =
    seen.verdict?.reason === undefined ? '' : ` The operator of this server says: "${seen.verdict.reason}"`;
  const message = `Nothing was done. The person must approve this first: "${title}"${reachedWords(seen)}.${reason}`;
  return new DomainError('approval_required', message, {
    userAction:
      `Give the person the link and say what it is for; only they can approve, on that page, until ${endsAt.toISOString()}. ` +
      'Approving carries it out: call the tool again only to learn whether that happened.',
    url,
    endsAt: endsAt.toISOString(),
  });
}

function reachedWords({ facts: { outside, inside, shares, deletes }, outside: addresses }: SeenCall): string {
  const named = addresses.filter(isAddress).slice(0, MOST_NAMED);
  const more = named.length < outside && named.length > 0 ? ' and others' : '';
  const reached = outside + inside;
  return [
    reached > 0 ? `, reaching ${reached} ${reached === 1 ? 'person' : 'people'}` : '',
    outside > 0 ? `, ${outside} outside the organisation` : '',
    named.length > 0 ? ` (${named.join(', ')}${more})` : '',
    shares ? ', gives access' : '',
    deletes ? ', deletes' : '',
  ].join('');
}

function decidedError({ kind, at }: ApprovalOutcome): DomainError {
  const time = at.toISOString();
  return kind === 'done'
    ? new DomainError('approval_done', `This is done: the person approved it, and it was carried out at ${time}.`)
    : new DomainError('approval_declined', `The person declined this at ${time}. Nothing was done.`);
}

function denied(why: string): DomainError {
  return new DomainError('policy_denied', `The operator demands an approval by the person, and ${why}.`, {
    userAction: 'Do not try again. Let the person do it without an agent.',
  });
}
