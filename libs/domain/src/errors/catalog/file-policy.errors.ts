import { type ErrorDefinition, error } from '../error-definition.js';

/** What somebody has set for files, sites and drives, or found in them. */
export const FILE_POLICY_ERRORS = {
  malware_found: error(
    'not_allowed',
    'administrator',
    'Microsoft 365 found malware in this item and blocks access to it.',
    'Do not open it; tell the IT department or the person who put it there.',
  ),
  download_blocked: error(
    'not_allowed',
    'person',
    'The owner or the organisation has blocked the download of this file, so its text cannot be read here.',
    'Open it in the browser by its webUrl, if the organisation allows that.',
  ),
  sharing_not_allowed: error(
    'not_allowed',
    'administrator',
    'The organisation or the site does not allow sharing this item in this way.',
    'Share it with people of the organisation, or ask an administrator.',
  ),
  item_on_hold: error(
    'not_allowed',
    'administrator',
    'A retention label or a legal hold of the organisation prevents this change.',
    'Do not try this again; ask the person responsible for records management.',
  ),
  drive_suspended: error(
    'not_allowed',
    'administrator',
    'This drive is frozen or suspended.',
    'Open OneDrive in the browser, which says why; an administrator may have to help.',
  ),
  owner_only: error('access_denied', 'person', 'Only the owner has access to this item.', 'Ask its owner to share it.'),
  site_locked: error(
    'not_allowed',
    'administrator',
    'An administrator has locked the site of this file.',
    'Ask an administrator of the site; trying again does not help.',
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;
