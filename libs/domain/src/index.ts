export { quoteLine, quoteLines } from './answer/quote-line.js';
export { type Caller, personOf } from './tool/caller.js';
export * from './client/index.js';
export { FairPlaces, NoPlace, type PlaceLimits } from './load/fair-places.js';
export { ToolCatalog, type ToolDecision, type ToolRefusal } from './tool/catalog.js';
export { type Declarations, withBuiltIn } from './tool/declarations.js';
export { assertDefined, BUILT_IN, type Definitions } from './tool/definitions.js';
export { DomainError, type ErrorDetails, type OwnErrorDefinition } from './errors/domain-error.js';
export { ERROR_CATALOG, type ErrorReason } from './errors/error-catalog.js';
export type { ErrorCode, ErrorDefinition, FixedBy } from './errors/error-definition.js';
export type { BodyFormat } from './ports/body-format.js';
export {
  type Attendee,
  type Calendar,
  type CalendarEvent,
  CalendarPort,
  type EventChanges,
  type EventDetails,
  type EventKind,
  type EventPage,
  type EventPosition,
  type EventQuery,
  type EventResponse,
  type EventVersion,
  type NewAttendee,
  type Participant,
  type NewEvent,
  type RangeQuery,
  type ResponseStatus,
} from './ports/calendar.port.js';
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
} from './ports/event-time.js';
export {
  type DriveItem,
  FilesPort,
  type IfExists,
  type Invitation,
  type Invited,
  type ItemChanges,
  type ItemPage,
  type ItemRef,
  type NewFile,
  type PageRequest,
  type ShareRole,
  type SharingLink,
} from './ports/files.port.js';
export type {
  AttachedItem,
  AttachmentKind,
  Correspondent,
  Fact,
  LocalTimes,
  MailAttachment,
  MailTip,
  MeetingMessage,
  MeetingMessageKind,
  Protection,
} from './ports/mail-parts.js';
export {
  type AnswerMode,
  type BodyPart,
  type DraftContent,
  type DraftVersion,
  type FlagStatus,
  type MailFolder,
  MailPort,
  type Message,
  type MessageChanges,
  type MessageDetails,
  type MessagePage,
  type MessagePosition,
  type MessageQuery,
} from './ports/mail.port.js';
export { CursorSeal } from './paging/cursor-seal.js';
export type { Paging } from './paging/paging.js';
export { type Decision, type Refusal, rolesOf, type UnavailableTools, type UnknownTool } from './policy/decision.js';
export * from './primitive/index.js';
export { DEFAULT_POLICY, defaultToolsets, type Policy } from './policy/policy.js';
export * from './policy/rules/index.js';
export { type JsonSchema, schemaProblems, undescribed } from './schema/portable-schema.js';
export { type ObjectJsonSchema, toolSchemas } from './schema/tool-schemas.js';
export * from './text/index.js';
export { type Toolset, type ToolsetDefinition, TOOLSETS } from './policy/toolsets.js';
export type { Listed } from './ports/listed.js';
export { PlacesPort, type Room } from './ports/places.port.js';
export { type FoundPerson, PeoplePort, type PeopleSearch } from './ports/people.port.js';
export {
  type MailboxSettings,
  type Profile,
  ProfilePort,
  type UnknownSettings,
  type WorkingHours,
} from './ports/profile.port.js';
export {
  type Availability,
  type MeetingSearch,
  type MeetingTime,
  type MeetingTimes,
  type NoMeetingTime,
  type Schedule,
  SchedulePort,
  type ScheduleQuery,
  type TakenTime,
  type UnreadableSchedule,
} from './ports/schedule.port.js';
export { type DocumentFile, type ExtractedText, TextExtractor } from './ports/text-extractor.port.js';
export { UserTokenProvider, type UserTokenRequest } from './ports/user-token-provider.port.js';
export { GRAPH_SCOPES, type GraphScope, type Scope, type ScopeDefinition } from './policy/scope-definitions.js';
export { broadestScopes, isGranted, isReading, missingScopes } from './policy/scopes.js';
export { BearerToken, type RejectedToken, UserToken } from './tool/token.js';
// All of it, so that a team's package can add its ports to `Ports`: declaration merging does not follow named exports.
export * from './approvals/index.js';
export * from './tool/ports.js';
export * from './tool/tool.js';
export { type ToolCall, type ToolOutcome, ToolRunner } from './tool/tool-runner.js';
export { TOOLS } from './tools/index.js';
export { answerSubject } from './tools/mail/answer-subject.js';
export { keptIn } from './tools/mail/kept-recipients.js';
export { ToolOutputError } from './tool/tool-output.js';
export type { CallTrace } from './tool/call-trace.js';
export { type CallLimits, type PersonKey, UserContext } from './tool/user-context.js';
export * from './time/index.js';
