export { quoteLine, quoteLines } from './answer/quote-line.js';
export { type Caller, personOf } from './call/caller.js';
export * from './client/index.js';
export { FairPlaces, NoPlace, type PlaceLimits } from './load/fair-places.js';
export { DomainError, type ErrorDetails, type OwnErrorDefinition } from './errors/domain-error.js';
export { ERROR_CATALOG, type ErrorReason } from './errors/error-catalog.js';
export type { ErrorCode, ErrorDefinition, FixedBy } from './errors/error-definition.js';
export {
  type EventTime,
  type NewEventTime,
  type Recurrence,
  type ShowAs,
  type TimeSlot,
  type Weekday,
  WEEKDAYS,
  type WeekOfMonth,
  WEEKS_OF_MONTH,
} from './time/event-time.js';
export { CursorSeal } from './paging/cursor-seal.js';
export type { Paging } from './paging/paging.js';
export { type Decision, type Refusal, rolesOf, type UnavailableTools, type UnknownTool } from './policy/decision.js';
export {
  APPROVALS,
  approvalDecision,
  type Approvals,
  type CallFacts,
  type CountedFacts,
} from './policy/approval-decision.js';
export type { SeenCall } from './approvals/approval-gate.js';
export * from './catalog/index.js';
export { effectsOf } from './policy/effects-of.js';
export { assertAllowedRecipients } from './policy/recipients.js';
export * from './primitive/index.js';
export * from './prompt/index.js';
export * from './resource/index.js';
export * from './runner/index.js';
export { isAsStrict, joinLabels, labelFor, labelOfError, type TrustLabel } from './trust/label.js';
export { DEFAULT_POLICY, defaultToolsets, type Policy } from './policy/policy.js';
export * from './policy/rules/index.js';
export { type JsonSchema, schemaProblems, undescribed } from './schema/portable-schema.js';
export { type ObjectJsonSchema, toolSchemas } from './schema/tool-schemas.js';
export * from './text/index.js';
export { GRAPH_SCOPES, type GraphScope, type Scope, type ScopeDefinition } from './scopes/scope-definitions.js';
export { broadestScopes, isGranted, isReading, missingScopes } from './scopes/scopes.js';
export { BearerToken, type RejectedToken, UserToken } from './call/token.js';
export * from './ports/index.js';
// All of it, so that a team's package can add its ports to `Ports`: declaration merging does not follow named exports.
export * from './ports/ports.js';
export * from './tool/tool.js';
export { TOOLS } from './tools/index.js';
export { answerSubject } from './tools/mail/answer-subject.js';
export { keptIn } from './tools/mail/kept-recipients.js';
export { type CallLimits, type PersonKey, UserContext } from './call/user-context.js';
export * from './time/index.js';
