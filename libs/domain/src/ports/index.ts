// What the domain needs of others, in its own words.
export type { AgentMark } from './agent-mark.js';
export {
  type ApprovalLink,
  type ApprovalOutcome,
  type ApprovalRequest,
  ApprovalRequests,
} from './approval-requests.port.js';
export type { BodyFormat } from './body-format.js';
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
} from './calendar.port.js';
export {
  type DriveItem,
  FilesPort,
  type IfExists,
  type Invitation,
  type Invited,
  type ItemAccess,
  type ItemChanges,
  type ItemPage,
  type ItemRef,
  type NewFile,
  type PageRequest,
  type ShareRole,
  type SharingLink,
} from './files.port.js';
export type { Listed } from './listed.js';
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
} from './mail-parts.js';
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
  type NewDraft,
} from './mail.port.js';
export { type FoundPerson, PeoplePort, type PeopleSearch } from './people.port.js';
export { PlacesPort, type Room } from './places.port.js';
export {
  type MailboxSettings,
  type Profile,
  ProfilePort,
  type UnknownSettings,
  type WorkingHours,
} from './profile.port.js';
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
} from './schedule.port.js';
export { type DocumentFile, type ExtractedText, TextExtractor } from './text-extractor.port.js';
export { UserTokenProvider, type UserTokenRequest } from './user-token-provider.port.js';
