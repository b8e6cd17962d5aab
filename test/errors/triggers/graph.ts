import type { Trigger } from '../support/trigger.js';
import { RANGE } from '../support/fixture.js';

/** What Graph answers, whatever was asked: most of its errors are told by their code alone. */
export const GRAPH_TRIGGERS = {
  mailbox_elsewhere: events(403, 'extensionError'),
  licence_missing: events(402, 'PaymentRequired'),
  item_gone: events(410, 'gone'),
  request_too_large: events(413, 'RequestEntityTooLarge'),
  graph_does_not_support: events(405, 'x'),
  values_not_accepted: events(400, 'ErrorInvalidRequest'),
  drive_values_not_accepted: events(400, 'invalidRequest'),
  refused_without_reason: events(400, ''),
  response_not_requested: events(400, 'ErrorInvalidRequest', "The meeting organizer hasn't requested a response."),
  proposals_not_allowed: events(400, 'ErrorInvalidRequest', "The organizer doesn't allow new time proposals."),
  invitation_out_of_date: events(400, 'ErrorCalendarMeetingRequestIsOutOfDate'),
  meeting_cancelled: events(400, 'ErrorCalendarIsCancelledForAccept'),
  is_organizer: events(400, 'ErrorCalendarIsOrganizerForAccept'),
  not_organizer: events(400, 'ErrorCalendarIsNotOrganizer'),
  organizer_unclear: events(400, 'ErrorInvalidRequest', 'Not for an organizer.'),
  invitation_delegated: events(403, 'ErrorCalendarIsDelegatedForAccept'),
  occurrence_crosses_another: events(400, 'ErrorOccurrenceCrossingBoundary'),
  recurrence_impossible: events(400, 'ErrorCalendarInvalidRecurrence'),
  occurrence_deleted: events(400, 'ErrorCalendarOccurrenceIsDeletedFromRecurrence'),
  event_already_created: events(409, 'ErrorDuplicateTransactionId'),
  mailbox_full: events(403, 'ErrorQuotaExceeded'),
  sending_limit_reached: events(403, 'ErrorSubmissionQuotaExceeded'),
  sender_not_allowed: events(403, 'ErrorSendAsDenied'),
  sending_blocked: events(403, 'ErrorAccountSuspend'),
  recipient_not_accepted: events(400, 'ErrorInvalidRecipients'),
  too_many_recipients: events(400, 'ErrorExceededMaxRecipientLimit'),
  message_too_large: events(400, 'ErrorMessageSizeExceeded'),
  content_not_convertible: events(400, 'ErrorMimeContentConversionFailed'),
  deletion_not_allowed: events(403, 'ErrorCannotDeleteObject'),
  item_not_answerable: events(400, 'ErrorInvalidReferenceItem'),
  mail_folder_full: events(403, 'ErrorFolderItemCountQuotaExceeded'),
  mail_folder_taken: events(409, 'ErrorFolderExists'),
  mailbox_unreachable: events(404, 'MailboxInfoStale'),
  search_not_supported: events(400, 'InefficientFilter'),
  name_taken: events(409, 'nameAlreadyExists'),
  people_unknown: events(400, 'noResolvedUsers'),
  file_locked: events(423, 'resourceLocked'),
  not_supported: events(400, 'notSupported'),
  name_not_accepted: events(400, 'invalidName'),
  item_id_malformed: events(400, 'invalidRequest', 'The provided drive id appears to be malformed.'),
  file_changed_meanwhile: events(416, 'invalidRange'),
  cursor_lost: events(400, 'resyncRequired'),
  drive_operation_not_allowed: events(403, 'notAllowed'),
  path_too_long: events(400, 'pathIsTooLong'),
  file_too_large: events(400, 'fileTooLarge'),
  folder_full: events(403, 'childItemCountExceeded'),
  too_many_items_at_once: events(403, 'totalAffectedItemCountExceeded'),
  onedrive_being_set_up: events(403, 'resourceBeingProvisioned'),
  onedrive_read_only: events(403, 'serviceReadOnly'),
  malware_found: events(403, 'malwareDetected'),
  download_blocked: events(403, 'downloadBlocked'),
  sharing_not_allowed: events(403, 'sharingDisabled'),
  item_on_hold: events(403, 'x', 'A retention label keeps it.'),
  drive_suspended: events(403, 'accountSuspended'),
  owner_only: events(403, 'accessRestricted'),
  site_locked: events(423, 'x', 'Access to this site has been blocked.'),
  link_leads_nowhere: link(404, 'itemNotFound'),
  link_not_for_person: link(403, 'accessDenied'),
  link_not_of_organization: link(400, 'invalidRequest'),
} as const satisfies Readonly<Record<string, Trigger>>;

function events(status: number, code: string, message = 'no'): Trigger {
  return answering('calendarView', { status, code, message }, 'calendar_list_events', RANGE);
}

function link(status: number, code: string): Trigger {
  const args = { link: 'https://contoso.sharepoint.com/:w:/s/x/Eabc' };
  return answering('/shares/', { status, code, message: 'no' }, 'files_get_item', args);
}

function answering(
  path: string,
  { status, ...error }: { readonly status: number; readonly code: string; readonly message: string },
  tool: string,
  args: object,
): Trigger {
  const body = error.code === '' ? {} : { error };
  return {
    by: async (scenario) => {
      await scenario.fixture.fault({ service: 'graph', match: { path }, kind: 'status', status, body });
      return scenario.call(tool, args);
    },
  };
}
