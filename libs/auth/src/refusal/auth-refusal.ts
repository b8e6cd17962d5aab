import { HttpException } from '@nestjs/common';
import { REFUSALS, type RefusalReason, type RefusalRow } from './reasons.js';

export interface RefusalDetails {
  /** A more helpful sentence than the reason's own. */
  readonly description?: string;
  /** What the caller would have needed, as short names. */
  readonly scopes?: readonly string[];
  /** Seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A request that is not let in, told apart by `reason`; `ChallengeFilter` turns it into the answer. */
export class AuthRefusal extends HttpException {
  override readonly name = 'AuthRefusal';
  readonly row: RefusalRow;

  constructor(
    readonly reason: RefusalReason,
    readonly details: RefusalDetails = {},
  ) {
    super(details.description ?? REFUSALS[reason].description, REFUSALS[reason].status, { cause: details.cause });
    this.row = REFUSALS[reason];
  }
}
