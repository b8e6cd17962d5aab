import type { ErrorReason } from '@app/domain';

/** One meaning of a refusal by Entra's token endpoint, and every way in which Entra says it. */
export interface EntraErrorRow {
  readonly reason: ErrorReason;
  readonly suberrors?: readonly string[];
  /** AADSTS numbers; Microsoft warns that these may change, so a telling suberror goes first. */
  readonly numbers?: readonly number[];
  /** OAuth error codes that mean this whatever the number. */
  readonly errors?: readonly string[];
  /** Where the person or an administrator can fix it. */
  readonly link?: 'consent' | 'adminConsent';
  /** Our own credential does not work, for anyone. */
  readonly credentialUnusable?: true;
  /** Seconds, when Entra names none. */
  readonly retryAfter?: number;
}
