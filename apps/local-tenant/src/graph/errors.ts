/** A refusal in Graph's words; every failing route throws one. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function badRequest(code: string, message: string): GraphError {
  return new GraphError(400, code, message);
}

export function tooLarge(): GraphError {
  return new GraphError(413, 'RequestEntityTooLarge', 'The request body is larger than what is allowed.');
}

/** Outlook's answer to a token without the scope, and to somebody else's mailbox. */
export function accessDenied(): GraphError {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

/** The directory's answer to a token without the scope. */
export function insufficientPrivileges(): GraphError {
  return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** A value that the type takes and the mailbox does not, as an end before its start. */
export function validationFailure(): GraphError {
  return badRequest('ErrorPropertyValidationFailure', 'At least one property failed validation.');
}

/** A body that is not of its type: unknown property, wrong kind of value, unknown enum member. */
export function unreadableBody(message: string): GraphError {
  return badRequest('RequestBodyRead', message);
}

export function unsupportedTimeZone(name: string): GraphError {
  return badRequest(
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}
