import { type ErrorDefinition, error } from '../error-definition.js';

/** What Exchange refuses about a mailbox and its messages, and Graph about a search. */
export const MAIL_ERRORS = {
  mailbox_full: error(
    'not_allowed',
    'person',
    'The mailbox is full.',
    'Delete mail or empty the deleted items, or ask an administrator for more room.',
  ),
  sending_limit_reached: error(
    'throttled',
    'person',
    'The mailbox has reached its sending limit. Nothing was sent.',
    'Send it later; the limit counts the messages of one day.',
  ),
  sender_not_allowed: error(
    'access_denied',
    'administrator',
    'The signed-in person may not send from this address. Nothing was sent.',
    "Send from the person's own address, or ask an administrator for the right to send from the other one.",
  ),
  sending_blocked: error(
    'not_allowed',
    'administrator',
    'Microsoft 365 has stopped this mailbox from sending.',
    'Ask an administrator; trying again does not help.',
  ),
  recipient_not_accepted: error(
    'invalid_arguments',
    'caller',
    'A recipient is missing, or mail cannot be sent to one of the recipients. Nothing was sent.',
    'Check the addresses of the recipients.',
  ),
  too_many_recipients: error(
    'invalid_arguments',
    'caller',
    'The message has more recipients than allowed. Nothing was sent.',
    'Send to fewer people at once.',
  ),
  message_too_large: error(
    'invalid_arguments',
    'caller',
    'The message with its attachments is larger than the mailbox accepts.',
    'Send a smaller message, or share the files and send links to them.',
  ),
  content_not_convertible: error(
    'not_allowed',
    'person',
    'Exchange cannot convert the content of this item.',
    'Open it in Outlook.',
  ),
  deletion_not_allowed: error(
    'not_allowed',
    'person',
    'Exchange does not allow this item to be deleted.',
    'Do not try this again; open it in Outlook to see why.',
  ),
  item_not_answerable: error(
    'not_allowed',
    'caller',
    'This item cannot be answered or forwarded.',
    'Write a new message instead.',
  ),
  mail_folder_full: error(
    'not_allowed',
    'person',
    'The mail folder already holds the maximum number of items.',
    'Move or delete items of that folder in Outlook.',
  ),
  mail_folder_taken: error('conflict', 'caller', 'There is already a folder of this name.', 'Use another name.'),
  mailbox_unreachable: error(
    'temporarily_unavailable',
    'caller',
    'The mailbox cannot be reached right now, for example because it is being moved.',
    'Try again in a few minutes.',
  ),
  search_not_supported: error(
    'invalid_arguments',
    'caller',
    'Microsoft Graph cannot search with these words or filters.',
    'Use fewer and simpler words without special characters, or fewer filters at once.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
