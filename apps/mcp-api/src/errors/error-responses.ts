import type { DomainError, ErrorReason } from '@app/domain';
import type { Reason } from './reason.js';
import { CALL_ROWS } from './rows/call.rows.js';
import { AUTHENTICATION_ROWS } from './rows/authentication.rows.js';
import { REQUEST_ROWS } from './rows/request.rows.js';
import type { ErrorRow } from './error-row.js';

/**
 * The one table that says how every refusal is answered. Rooms further in say only what happened; here alone it is decided
 * what the caller sees of it. The words of a row are the ones used where who refused gave none.
 */
export const ERROR_RESPONSES: Readonly<Record<Reason, ErrorRow>> = {
  ...REQUEST_ROWS,
  ...AUTHENTICATION_ROWS,
  ...CALL_ROWS,
};

/** The cause of a failed call; one that a team's package brought is answered as its code is. */
export function knownReason({ reason, code }: Pick<DomainError, 'reason' | 'code'>): ErrorReason {
  return Object.hasOwn(CALL_ROWS, reason) ? (reason as ErrorReason) : code;
}

export function rowOf(error: Pick<DomainError, 'reason' | 'code'>): ErrorRow {
  return CALL_ROWS[knownReason(error)];
}
