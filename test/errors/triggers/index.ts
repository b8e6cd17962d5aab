import type { Reason } from '../../../apps/mcp-api/src/errors/reason.js';
import type { Trigger } from '../support/trigger.js';
import { CALL_PROVOCATIONS } from './call.js';
import { GATE_PROVOCATIONS } from './authentication.js';
import { REQUEST_PROVOCATIONS } from './request.js';
import { SIGN_IN_PROVOCATIONS } from './sign-in.js';
import { UPSTREAM_PROVOCATIONS } from './upstream.js';

/** What brings each refusal about; a row of the table that is missing here does not compile. */
export const TRIGGERS: Readonly<Record<Reason, Trigger>> = {
  ...REQUEST_PROVOCATIONS,
  ...GATE_PROVOCATIONS,
  ...SIGN_IN_PROVOCATIONS,
  ...CALL_PROVOCATIONS,
  ...UPSTREAM_PROVOCATIONS,
};
