import type { AuthErrorReason } from '@app/auth';
import type { ErrorReason } from '@app/domain';
import type { RequestReason } from './request-error.js';

/** The name of a cause, in the audit, in HTTP answers and in docs/troubleshooting.md. */
export type Reason = RequestReason | AuthErrorReason | ErrorReason;
