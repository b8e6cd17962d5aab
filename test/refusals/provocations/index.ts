import type { Reason } from '../../../apps/mcp-api/src/refusals/reason.js';
import type { Provocation } from '../support/provocation.js';
import { CALL_PROVOCATIONS } from './call.js';
import { GATE_PROVOCATIONS } from './gate.js';
import { REQUEST_PROVOCATIONS } from './request.js';
import { SIGN_IN_PROVOCATIONS } from './sign-in.js';
import { UPSTREAM_PROVOCATIONS } from './upstream.js';

/** What brings each refusal about; a row of the table that is missing here does not compile. */
export const PROVOCATIONS: Readonly<Record<Reason, Provocation>> = {
  ...REQUEST_PROVOCATIONS,
  ...GATE_PROVOCATIONS,
  ...SIGN_IN_PROVOCATIONS,
  ...CALL_PROVOCATIONS,
  ...UPSTREAM_PROVOCATIONS,
};
