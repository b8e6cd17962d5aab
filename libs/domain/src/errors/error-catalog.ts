import { APPROVAL_ERRORS } from './catalog/approval.errors.js';
import { CALL_ERRORS } from './catalog/call.errors.js';
import { EVENT_ERRORS } from './catalog/event.errors.js';
import { FILE_POLICY_ERRORS } from './catalog/file-policy.errors.js';
import { FILE_ERRORS } from './catalog/file.errors.js';
import { MAIL_ERRORS } from './catalog/mail.errors.js';
import { SIGN_IN_ERRORS } from './catalog/sign-in.errors.js';
import { UPSTREAM_ERRORS } from './catalog/upstream.errors.js';

/**
 * Every cause of a failed call, by its reason: the only words of an error. Adapters find the reason, the server decides
 * how it is answered, and docs/troubleshooting.md is made from this. What is wrong with one argument is said where it
 * is checked, with its values.
 */
export const ERROR_CATALOG = {
  ...CALL_ERRORS,
  ...APPROVAL_ERRORS,
  ...SIGN_IN_ERRORS,
  ...UPSTREAM_ERRORS,
  ...EVENT_ERRORS,
  ...MAIL_ERRORS,
  ...FILE_ERRORS,
  ...FILE_POLICY_ERRORS,
} as const;

/** The cause of an error, as exactly as it is known. A reason is public API: the audit and operators tell by it. */
export type ErrorReason = keyof typeof ERROR_CATALOG;
