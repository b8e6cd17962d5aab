import { type ErrorDefinition, error } from '../error-definition.js';

/** What Exchange refuses about events. */
export const EVENT_ERRORS = {
  response_not_requested: error(
    'not_allowed',
    'caller',
    'The organizer has not asked for a response to this event, so none can be sent.',
    'Do not try this again; write to the organizer instead.',
  ),
  proposals_not_allowed: error(
    'not_allowed',
    'caller',
    'The organizer does not allow other times to be proposed for this event.',
    'Respond without a proposed time, and name the other time in the comment.',
  ),
  invitation_out_of_date: error(
    'conflict',
    'caller',
    'The organizer has changed this meeting since this invitation was sent.',
    'Read the event again, then respond to it as it is now.',
  ),
  meeting_cancelled: error(
    'not_allowed',
    'caller',
    'This meeting was cancelled, so nobody can respond to it.',
    'Do not try this again.',
  ),
  is_organizer: error(
    'not_allowed',
    'caller',
    'The signed-in person is the organizer of this event, and an organizer cannot respond to it.',
    'Do not try this again; as the organizer, change or cancel the event itself.',
  ),
  not_organizer: error(
    'not_allowed',
    'caller',
    'Only the organizer of this event can do this.',
    'Do not try this again; ask the organizer, or decline the event.',
  ),
  organizer_unclear: error(
    'not_allowed',
    'caller',
    'Microsoft 365 refused this: an organizer cannot respond to the event, and only an organizer can cancel it.',
    'Do not try this again; ask the organizer, or as the organizer change the event itself.',
  ),
  invitation_delegated: error(
    'not_allowed',
    'person',
    'This invitation was passed on to a delegate, so the signed-in person cannot respond to it.',
    'Do not try this again; the delegate responds, or the person does it in Outlook.',
  ),
  occurrence_crosses_another: error(
    'invalid_arguments',
    'caller',
    'An occurrence cannot be moved to the day of another occurrence of its series, or past it.',
    'Choose a day between its neighbours, or cancel this occurrence and create an event of its own.',
  ),
  recurrence_impossible: error(
    'invalid_arguments',
    'caller',
    'This recurrence is not possible, or it has no occurrence.',
    'Check the days, the start and the end of the recurrence.',
  ),
  occurrence_deleted: error(
    'not_found',
    'caller',
    'This occurrence is no longer part of its series.',
    'List the occurrences of the series again.',
  ),
  event_already_created: error(
    'conflict',
    'caller',
    'The same call has already created an event.',
    'Find it with calendar_list_events. To create another event, use another idempotencyKey.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
