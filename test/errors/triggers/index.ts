import type { Reason } from '../../../apps/mcp-api/src/errors/reason.js';
import type { Trigger } from '../support/trigger.js';
import { CALL_TRIGGERS } from './call.js';
import { AUTHENTICATION_TRIGGERS } from './authentication.js';
import { GRAPH_TRIGGERS } from './graph.js';
import { REQUEST_TRIGGERS } from './request.js';
import { SIGN_IN_TRIGGERS } from './sign-in.js';
import { UPSTREAM_TRIGGERS } from './upstream.js';

/** What brings each refusal about; a row of the table that is missing here does not compile. */
export const TRIGGERS: Readonly<Record<Reason, Trigger>> = {
  ...REQUEST_TRIGGERS,
  ...AUTHENTICATION_TRIGGERS,
  ...SIGN_IN_TRIGGERS,
  ...CALL_TRIGGERS,
  ...UPSTREAM_TRIGGERS,
  ...GRAPH_TRIGGERS,
};
