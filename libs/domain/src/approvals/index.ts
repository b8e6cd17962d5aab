export { APPROVALS, approvalDecision, type Approvals, type CallFacts, type CountedFacts } from './approval-decision.js';
export type { SeenCall } from './approval-gate.js';
export { effectsOf } from './effects-of.js';
export { type CallEffect, type Effects, type Reach, REACHES } from '../tool/effects.js';
export {
  type ApprovalLink,
  type ApprovalOutcome,
  type ApprovalRequest,
  ApprovalRequests,
} from '../ports/approval-requests.port.js';
export type { AgentMark } from '../ports/agent-mark.js';
export type { ItemAccess } from '../ports/files.port.js';
export type { NewDraft } from '../ports/mail.port.js';
export { assertAllowedRecipients } from '../policy/recipients.js';
export type { PreviewedCall } from '../tool/previewed-call.js';
export { isAsStrict, joinLabels, labelFor, labelOfError, type TrustLabel } from '../trust/label.js';
