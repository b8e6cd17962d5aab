/** What can be wrong with a request, whoever sends it. */
export type RequestReason =
  | 'host_not_allowed'
  | 'origin_not_allowed'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'body_not_json'
  | 'body_too_deep'
  | 'rate_limited'
  | 'overloaded'
  | 'batch_not_allowed'
  | 'batch_size_wrong'
  | 'media_type_not_allowed'
  | 'encoding_not_allowed'
  | 'path_unknown'
  | 'unforeseen';

export interface RequestErrorDetails {
  /** Seconds. */
  readonly retryAfter?: number;
}

/** A request that cannot be served as it is; `ErrorFilter` answers it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly reason: RequestReason,
    readonly details: RequestErrorDetails = {},
  ) {
    super(reason);
  }
}
