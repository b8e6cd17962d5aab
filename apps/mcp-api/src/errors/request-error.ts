/** What can be wrong with a request, whoever sends it. */
export type RequestReason =
  | 'host_not_allowed'
  | 'origin_not_allowed'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'body_not_json'
  | 'batch_not_allowed'
  | 'batch_size_wrong'
  | 'media_type_not_allowed'
  | 'encoding_not_allowed'
  | 'path_unknown'
  | 'unforeseen';

/** A request that cannot be served as it is; `ErrorFilter` answers it. */
export class RequestError extends Error {
  override readonly name = 'RequestRefusal';

  constructor(
    readonly reason: RequestReason,
    cause?: unknown,
  ) {
    super(reason, { cause });
  }
}
