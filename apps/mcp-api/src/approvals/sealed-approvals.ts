import { Clock } from '@app/auth';
import {
  type ApprovalLink,
  type ApprovalOutcome,
  type ApprovalRequest,
  ApprovalRequests,
  DomainError,
} from '@app/domain';
import { createHash } from 'node:crypto';
import type { ApprovalOutcomes } from './approval-outcomes.js';
import type { Seal } from '../browser/seal.js';
import { type SealedRequest, sealedRequest } from './sealed-request.js';

/** Functions cut URLs at 4,096 bytes, and the request must fit into a cookie beside what belongs to the sign-in. */
const MAX_SEALED = 2_560;
const LASTS_SECONDS = 900;
/** Requests made within it end at the same time, so that the same call has the same link. */
const ROUND_SECONDS = 300;

/** Links that hold the whole request, sealed; the server keeps nothing but how requests ended. */
export class SealedApprovals extends ApprovalRequests {
  readonly #seal: Seal;
  readonly #outcomes: ApprovalOutcomes;
  readonly #clock: Clock;
  readonly #base: URL;

  /** @param base public URL of the pages, ending in a slash */
  constructor(seal: Seal, outcomes: ApprovalOutcomes, clock: Clock, base: URL) {
    super();
    this.#seal = seal;
    this.#outcomes = outcomes;
    this.#clock = clock;
    this.#base = base;
  }

  override async linkFor({ caller, tool, arguments: args, seen: { version } }: ApprovalRequest): Promise<ApprovalLink> {
    const now = Math.floor(this.#clock.now() / 1000);
    const exp = Math.ceil((now + LASTS_SECONDS) / ROUND_SECONDS) * ROUND_SECONDS;
    const { tenantId: tid, objectId: oid, clientId: client } = caller;
    const content: SealedRequest = { tid, oid, client, tool, args: { ...args }, version, exp };
    const sealed = this.#seal.seal(content);
    if (sealed.length > MAX_SEALED) throw new DomainError('approval_too_long');
    return { url: new URL(sealed, this.#base).href, endsAt: new Date(exp * 1000) };
  }

  override async outcomeOf(request: ApprovalRequest): Promise<ApprovalOutcome | undefined> {
    return this.#outcomes.find(requestId(request, request.seen.version ?? ''));
  }

  override async doneBefore(request: Omit<ApprovalRequest, 'seen'>): Promise<ApprovalOutcome | undefined> {
    return this.#outcomes.find(requestId(request));
  }

  /** The request of a link; undefined for one that this server did not make. Whether it is over, `exp` tells. */
  open(sealed: string): SealedRequest | undefined {
    if (sealed.length > MAX_SEALED) return undefined;
    const content = sealedRequest.safeParse(this.#seal.open(sealed));
    return content.success ? content.data : undefined;
  }

  isOver({ exp }: SealedRequest): boolean {
    return this.#clock.now() >= exp * 1000;
  }
}

/** A name for a request, without its content; without a version, for every call with these arguments. */
export function requestId({ caller, tool, arguments: args }: Omit<ApprovalRequest, 'seen'>, version?: string): string {
  const parts = [caller.tenantId, caller.objectId, tool, args, version];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
