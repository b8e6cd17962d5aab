import { randomUUID } from 'node:crypto';
import { AADSTS, type AadstsNumber, type AadstsRow } from './aadsts.js';

export interface EntraErrorDetails {
  /** What the error is about. */
  readonly about?: string;
  /** Raw JSON of the claims challenge. */
  readonly claims?: string;
}

export interface ErrorContext {
  readonly now: Date;
  readonly entraUrl: string;
  readonly correlationId?: string;
  readonly omitSuberror: boolean;
}

/** A refusal that goes to the client as Entra words it. */
export class EntraError extends Error {
  readonly number: AadstsNumber;
  readonly row: AadstsRow;
  readonly claims?: string;

  constructor(number: AadstsNumber, { about = 'the application', claims }: EntraErrorDetails = {}) {
    const row: AadstsRow = AADSTS[number];
    super(`AADSTS${number}: ${row.text.replace('{}', about)}`);
    this.number = number;
    this.row = row;
    this.claims = claims ?? (row.claims && CONDITIONAL_ACCESS_CLAIMS);
  }

  get status(): number {
    return this.row.status ?? 400;
  }
}

/** What Entra sends when a Conditional Access policy wants more; the value is the policy's id. */
const CONDITIONAL_ACCESS_CLAIMS = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['7d1fb0cb-46b9-4d3a-9c9e-3a2f5a0f6c10'] } },
});

/** The JSON body of a token endpoint's error. */
export function errorBody(error: EntraError, { now, entraUrl, correlationId, omitSuberror }: ErrorContext) {
  const timestamp = now
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const [trace, correlation] = [randomUUID(), correlationId ?? randomUUID()];
  const ids = `Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  const { suberror } = error.row;
  return {
    error: error.row.error,
    error_description: `${error.message} ${ids}`,
    error_codes: [error.number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `${entraUrl}/error?code=${error.number}`,
    ...(suberror !== undefined && !omitSuberror && { suberror }),
    ...(error.claims !== undefined && { claims: error.claims }),
  };
}

export function isAadstsNumber(number: number): number is AadstsNumber {
  return number in AADSTS;
}
