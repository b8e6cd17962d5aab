import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of Exchange about events; what depends on the organizer comes as a 400 with nothing but words. */
export const EVENT_RULES: readonly GraphErrorRule[] = [
  {
    when: both(withStatus(400, 403), saying(/requested a response|response (?:is|was) not requested/i)),
    reason: 'response_not_requested',
  },
  {
    when: both(withStatus(400, 403), saying(/\bpropos\w* (?:\w+ )?times?\b|\btimes? proposals?/i)),
    reason: 'proposals_not_allowed',
  },
  {
    when: coded('ErrorCalendarMeetingRequestIsOutOfDate'),
    reason: 'invitation_out_of_date',
  },
  {
    when: either(
      ({ codes }) => codes.some((code) => /^ErrorCalendarIsCancelled/i.test(code)),
      both(
        withStatus(400),
        saying(/(?:meeting|event) (?:\w+ ){0,3}cancell?ed|because it (?:has been|was|is) cancell?ed/i),
      ),
    ),
    reason: 'meeting_cancelled',
  },
  {
    when: either(
      both(withStatus(400), saying(/you(?:'|’)re the (?:meeting )?organizer|you are the (?:meeting )?organizer/i)),
      ({ codes }) => codes.some((code) => /^ErrorCalendarIsOrganizerFor/i.test(code)),
    ),
    reason: 'is_organizer',
  },
  {
    when: either(
      both(withStatus(400), saying(/need to be (?:an|the) organizer|only the organizer/i)),
      coded('ErrorCalendarIsNotOrganizer'),
    ),
    reason: 'not_organizer',
  },
  {
    when: both(withStatus(400), saying(/organizer/i)),
    reason: 'organizer_unclear',
  },
  {
    when: ({ codes }) => codes.some((code) => /^ErrorCalendarIsDelegatedFor/i.test(code)),
    reason: 'invitation_delegated',
  },
  {
    when: coded('ErrorOccurrenceCrossingBoundary'),
    reason: 'occurrence_crosses_another',
  },
  {
    when: either(
      coded('ErrorRecurrenceHasNoOccurrence', 'ErrorCalendarInvalidRecurrence', 'ErrorOccurrenceTimeSpanTooBig'),
      both(withStatus(400), saying(/\brecurrence (?:\w+ ){0,3}(?:invalid|not valid|incorrect)|invalid recurrence/i)),
    ),
    reason: 'recurrence_impossible',
  },
  {
    when: coded(
      ...['ErrorCalendarOccurrenceIsDeletedFromRecurrence', 'ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange'],
    ),
    reason: 'occurrence_deleted',
  },
  {
    when: coded('ErrorDuplicateTransactionId'),
    reason: 'event_already_created',
  },
];
