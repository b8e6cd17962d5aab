import type { Caller } from '../call/caller.js';

/** A call that waits for the person: everything the page needs to show it and to carry it out. */
export interface ApprovalRequest {
  readonly caller: Pick<Caller, 'tenantId' | 'objectId' | 'clientId'>;
  readonly tool: string;
  /** As validated. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The version of the item that the person is shown. */
  readonly seen: { readonly version?: string };
}

/** How a request ended, as far as this server knows. */
export interface ApprovalOutcome {
  readonly kind: 'done' | 'declined';
  readonly at: Date;
}

/** A page on which one request can be approved, and until when. */
export interface ApprovalLink {
  readonly url: string;
  readonly endsAt: Date;
}

/** Where a person can approve what an agent asked for. */
export abstract class ApprovalRequests {
  /**
   * The link of the page for this request. It holds no token, and nothing is kept for it.
   * @throws DomainError `not_allowed` when the arguments are too long for a link
   */
  abstract linkFor(request: ApprovalRequest): Promise<ApprovalLink>;

  /** What became of this very request; undefined when it is open, over, or was decided elsewhere. */
  abstract outcomeOf(request: ApprovalRequest): Promise<ApprovalOutcome | undefined>;

  /** Whether a call with these arguments was carried out, whatever the version. */
  abstract doneBefore(request: Omit<ApprovalRequest, 'seen'>): Promise<ApprovalOutcome | undefined>;
}
