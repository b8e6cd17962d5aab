import { type ErrorDefinition, error } from '../error-definition.js';

/** What OneDrive and SharePoint refuse. */
export const FILE_ERRORS = {
  storage_full: error(
    'not_allowed',
    'person',
    'The drive is full.',
    'Make room in the drive, or ask an administrator for more.',
  ),
  name_taken: error('conflict', 'caller', 'The folder already has an item of this name.', 'Use another name.'),
  people_unknown: error(
    'invalid_arguments',
    'caller',
    'Microsoft 365 does not know one of the people, or does not allow inviting them. Nothing was shared.',
    'Check the addresses.',
  ),
  file_locked: error(
    'conflict',
    'person',
    'The file is open, checked out or locked by somebody.',
    'Try again when it is closed or checked in.',
  ),
  not_supported: error(
    'not_allowed',
    'caller',
    'Microsoft 365 does not support this for this item or account.',
    'Do not try this again; read the item to see what it is.',
  ),
  name_not_accepted: error(
    'invalid_arguments',
    'caller',
    'OneDrive and SharePoint do not accept this name.',
    'Use a name of letters, digits, hyphens and dots, with spaces only between them.',
  ),
  item_id_malformed: error(
    'invalid_arguments',
    'caller',
    'The driveId or the itemId is not an id of OneDrive or SharePoint.',
    'Copy both, unchanged, from the same result of a files tool.',
  ),
  file_changed_meanwhile: error(
    'conflict',
    'caller',
    'The file was changed while it was being transferred.',
    'Read it again.',
  ),
  cursor_lost: error(
    'invalid_arguments',
    'caller',
    'Microsoft Graph no longer accepts this cursor.',
    'Start the list again without the cursor.',
  ),
  drive_operation_not_allowed: error(
    'not_allowed',
    'caller',
    'OneDrive and SharePoint do not allow this for this item.',
    'Do not try this again; read the item to see what can be done with it.',
  ),
  path_too_long: error(
    'invalid_arguments',
    'caller',
    'The path with this name has more characters or more folders than SharePoint accepts.',
    'Use a shorter name, or a folder nearer to the top.',
  ),
  file_too_large: error(
    'invalid_arguments',
    'caller',
    'The file is larger than the drive accepts.',
    'Write a smaller file, or upload the file in OneDrive.',
  ),
  folder_full: error(
    'not_allowed',
    'person',
    'The folder or the drive already holds the maximum number of items.',
    'Use another folder, or remove items that are no longer needed.',
  ),
  too_many_items_at_once: error(
    'not_allowed',
    'caller',
    'The folder holds more items than OneDrive and SharePoint can change at once.',
    'Do this for each folder and file in it instead.',
  ),
  onedrive_being_set_up: error(
    'temporarily_unavailable',
    'caller',
    'This OneDrive is being set up.',
    'Try again in a few minutes; opening OneDrive once in the browser helps.',
  ),
  onedrive_read_only: error(
    'temporarily_unavailable',
    'caller',
    'OneDrive and SharePoint are read-only right now. Nothing was changed.',
    'Try again later.',
  ),
  link_leads_nowhere: error(
    'not_found',
    'caller',
    'The link no longer leads to an item: the link expired or was removed, or the item was deleted.',
    'Check that the link is complete, or ask for a new one from whoever sent it.',
  ),
  link_not_for_person: error(
    'access_denied',
    'person',
    'The signed-in person has no access to the item behind the link, or the link no longer works.',
    'Ask whoever sent the link to share the item with the signed-in person.',
  ),
  link_not_of_organization: error(
    'invalid_arguments',
    'caller',
    'This is not a link to a file or folder in OneDrive or SharePoint of this organisation.',
    'Check that the link is complete, or ask for a new one from whoever sent it.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
