import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Refusals of Exchange about events; what depends on the organizer comes as a 400 with nothing but words. */
export const EVENT_RULES: readonly GraphErrorRule[] = [
  {
    when: both(withStatus(400, 403), saying(/requested a response|response (?:is|was) not requested/i)),
    error: 'not_allowed',
    message: 'The organizer has not asked for a response to this event, so none can be sent.',
    userAction: 'Do not try this again; write to the organizer instead if something has to be said.',
  },
  {
    when: both(withStatus(400, 403), saying(/propos\w* (?:\w+ )?times?\b|\btimes? proposals?/i)),
    error: 'not_allowed',
    message: 'The organizer does not allow other times to be proposed for this event.',
    userAction: 'Respond without a proposed time, and give the other time in the comment.',
  },
  {
    when: coded('ErrorCalendarMeetingRequestIsOutOfDate'),
    error: 'conflict',
    message: 'The organizer has changed this meeting since this invitation was made.',
    userAction: 'Read the event again, then respond to it as it is now.',
  },
  {
    when: ({ codes }) => codes.some((code) => /^ErrorCalendarIsCancelled/i.test(code)),
    error: 'not_allowed',
    message: 'This meeting was cancelled, so nobody can respond to it.',
    userAction: 'Do not try this again.',
  },
  {
    when: either(
      both(withStatus(400), saying(/you(?:'|’)re the (?:meeting )?organizer|you are the (?:meeting )?organizer/i)),
      ({ codes }) => codes.some((code) => /^ErrorCalendarIsOrganizerFor/i.test(code)),
    ),
    error: 'not_allowed',
    message: 'The signed-in person is the organizer of this event, and an organizer cannot respond to it.',
    userAction: 'Do not try this again; as the organizer, change or cancel the event itself.',
  },
  {
    when: either(
      both(withStatus(400), saying(/need to be (?:an|the) organizer|only the organizer/i)),
      coded('ErrorCalendarIsNotOrganizer'),
    ),
    error: 'not_allowed',
    message: 'Only the organizer of this event can do this.',
    userAction: 'Do not try this again; ask the organizer, or decline the event.',
  },
  {
    when: both(withStatus(400), saying(/organizer/i)),
    error: 'not_allowed',
    message: 'This depends on who the organizer is: the organizer cannot respond, and only the organizer can cancel.',
    userAction: 'Do not try this again; ask the organizer, or as the organizer change the event itself.',
  },
  {
    when: ({ codes }) => codes.some((code) => /^ErrorCalendarIsDelegatedFor/i.test(code)),
    error: 'not_allowed',
    message: 'This invitation was passed on to a delegate, so the signed-in person cannot respond to it.',
    userAction: 'Do not try this again; the delegate responds, or the person does it in Outlook.',
  },
  {
    when: coded('ErrorOccurrenceCrossingBoundary'),
    error: 'invalid_arguments',
    message: 'An occurrence cannot be moved to the day of another occurrence of its series, or past it.',
    userAction: 'Choose a day between its neighbours, or cancel this occurrence and create an event of its own.',
  },
  {
    when: coded('ErrorRecurrenceHasNoOccurrence', 'ErrorCalendarInvalidRecurrence'),
    error: 'invalid_arguments',
    message: 'A repetition of this kind is not possible, or has no occurrence.',
    userAction: 'Check its days, its start and its end.',
  },
  {
    when: coded(
      ...['ErrorCalendarOccurrenceIsDeletedFromRecurrence', 'ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange'],
    ),
    error: 'not_found',
    message: 'This occurrence is no longer part of its series.',
    userAction: 'List the occurrences of the series again.',
  },
  {
    when: coded('ErrorDuplicateTransactionId'),
    error: 'conflict',
    message: 'An event was already created by this same call.',
    userAction: 'Find it with calendar_list_events; another idempotencyKey creates another event.',
  },
];
