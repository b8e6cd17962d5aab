import type { Reason } from './reason.js';
import { CALL_ROWS } from './rows/call.rows.js';
import { AUTHENTICATION_ROWS } from './rows/authentication.rows.js';
import { REQUEST_ROWS } from './rows/request.rows.js';
import { SIGN_IN_ROWS } from './rows/sign-in.rows.js';
import { UPSTREAM_ROWS } from './rows/upstream.rows.js';
import type { ErrorDefinition } from './error-definition.js';

/**
 * The one table that says how every refusal is answered. Rooms further in say only what happened; here alone it is decided
 * what the caller sees of it. The words of a row are the ones used where who refused gave none.
 */
export const ERROR_RESPONSES: Readonly<Record<Reason, ErrorDefinition>> = {
  ...REQUEST_ROWS,
  ...AUTHENTICATION_ROWS,
  ...SIGN_IN_ROWS,
  ...CALL_ROWS,
  ...UPSTREAM_ROWS,
};
