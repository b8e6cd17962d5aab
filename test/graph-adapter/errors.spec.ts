import { DomainError, type FilesPort } from '@app/domain';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, graphError, json } from './fake-graph.js';
import { keptOpen } from '../support/keep-open.js';

type Row = readonly [status: number, graphCode: string, message: string, code: string, words: RegExp];

const NO_RESPONSE = "Your request can't be completed. The meeting organizer hasn't requested a response.";
const NO_PROPOSALS = "Your request can't be completed. The meeting organizer doesn't allow new time proposals.";
const CANCELLED = "Your request can't be completed. The meeting can't be answered because it has been canceled.";
const IS_ORGANIZER =
  "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.";
const NOT_ORGANIZER = "Your request can't be completed. You need to be an organizer to cancel a meeting.";
const BLOCKED = 'Access has been blocked by Conditional Access policies.';
const NO_TENANT = "The tenant for tenant guid '6f2a1c58-3b7d-4e90-9c41-0d5b8e7fa201' does not exist.";

const ROWS: readonly Row[] = [
  // Meetings.
  [400, 'ErrorInvalidRequest', NO_RESPONSE, 'not_allowed', /has not asked for a response/],
  [400, 'ErrorInvalidRequest', NO_PROPOSALS, 'not_allowed', /does not allow other times/],
  [400, 'ErrorInvalidRequest', IS_ORGANIZER, 'not_allowed', /an organizer cannot respond/],
  [400, 'ErrorInvalidRequest', NOT_ORGANIZER, 'not_allowed', /Only the organizer/],
  [400, 'ErrorCalendarIsOrganizerForAccept', 'no', 'not_allowed', /an organizer cannot respond/],
  [400, 'ErrorCalendarIsCancelledForDecline', 'no', 'not_allowed', /was cancelled/],
  [400, 'ErrorCalendarMeetingRequestIsOutOfDate', 'Out of date.', 'conflict', /has changed this meeting/],
  [400, 'ErrorCalendarOccurrenceIsDeletedFromRecurrence', 'Gone.', 'not_found', /no longer part of its series/],
  [409, 'ErrorDuplicateTransactionId', 'Duplicate.', 'conflict', /already created/],
  [400, 'ErrorInvalidRequest', CANCELLED, 'not_allowed', /was cancelled/],
  [400, 'ErrorInvalidRequest', 'The recurrence range is invalid.', 'invalid_arguments', /recurrence is not possible/],
  // Mailboxes and mail.
  [404, 'ErrorMailboxNotEnabledForRESTAPI', 'no', 'not_allowed', /no Exchange Online mailbox/],
  [400, 'ErrorMissingRecipients', 'no', 'invalid_arguments', /recipient/],
  [400, 'BadRequest', "Resource not found for the segment 'x'.", 'not_found', /does not exist/],
  [403, 'ErrorPasswordExpired', 'The password has expired.', 'access_blocked', /another policy/],
  [403, 'ErrorRestrictedByInformationBarrier', 'no', 'access_blocked', /another policy/],
  [403, 'ErrorQuotaExceeded', 'The mailbox is full.', 'not_allowed', /mailbox is full/],
  [507, 'ErrorQuotaExceeded', 'The process failed.', 'not_allowed', /mailbox is full/],
  [401, 'OrganizationFromTenantGuidNotFound', NO_TENANT, 'not_allowed', /no Exchange Online mailbox/],
  [404, 'OrganizationFromTenantGuidNotFound', NO_TENANT, 'not_allowed', /no Exchange Online mailbox/],
  [403, 'MailboxNotSupportedForRESTAPI', 'REST API is not supported.', 'not_allowed', /no Exchange Online mailbox/],
  [404, 'ResourceNotFound', 'Resource could not be discovered.', 'not_allowed', /no Exchange Online mailbox/],
  [404, 'ErrorNonExistentMailbox', 'No mailbox with such guid.', 'not_allowed', /no Exchange Online mailbox/],
  [403, 'extensionError', 'Operation: Read; Forbidden.', 'not_allowed', /not in Exchange Online/],
  [
    404,
    'ErrorInvalidUser',
    "The requested user 'x@y.example' is invalid.",
    'not_allowed',
    /no Exchange Online mailbox/,
  ],
  [400, 'ErrorInvalidMailboxItemId', 'The ID does not belong to the mailbox.', 'not_found', /does not exist, or/],
  [400, 'ErrorItemNotFound', 'Not found.', 'not_found', /does not exist, or/],
  [404, 'MailboxInfoStale', 'Mailbox info is stale.', 'temporarily_unavailable', /being moved/],
  [503, 'ErrorMailboxMoveInProgress', 'Move in progress.', 'temporarily_unavailable', /being moved/],
  [503, 'ErrorMailboxStoreUnavailable', 'The store is unavailable.', 'temporarily_unavailable', /being moved/],
  [403, 'ErrorSendAsDenied', 'The user account may not send as.', 'access_denied', /may not send from/],
  [400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.', 'invalid_arguments', /recipient/],
  [400, 'ErrorRecipientNotFound', 'Not found.', 'invalid_arguments', /recipient/],
  [400, 'ErrorMessageSizeExceeded', 'Too large.', 'invalid_arguments', /larger than the mailbox accepts/],
  [429, 'ErrorExceededMessageLimit', 'Limit.', 'throttled', /reached its sending limit/],
  [403, 'ErrorSubmissionQuotaExceeded', 'Quota.', 'throttled', /reached its sending limit/],
  [400, 'ErrorMimeContentConversionFailed', 'Conversion failed.', 'not_allowed', /cannot convert/],
  [
    503,
    'ErrorTooManyObjectsOpened',
    'Too many concurrent connections opened.',
    'throttled',
    /accepts no more requests/,
  ],
  [
    400,
    'ErrorServerBusy',
    'The server cannot service this request right now.',
    'throttled',
    /accepts no more requests/,
  ],
  [400, 'ErrorInternalServerTransientError', 'Try again later.', 'temporarily_unavailable', /not working right now/],
  [403, 'TenantRestrictions', 'Blocked.', 'access_blocked', /Conditional Access/],
  [403, 'accessDenied', 'The tenant restrictions policy blocks it.', 'access_blocked', /Conditional Access/],
  [403, 'accessDenied', 'Sharing with external users is not permitted.', 'not_allowed', /does not allow sharing this/],
  [400, 'BadRequest', "The email address couldn't be resolved.", 'invalid_arguments', /one of the people/],
  [
    403,
    'accessDenied',
    "We're sorry, but x can't be found in the directory.",
    'invalid_arguments',
    /one of the people/,
  ],
  [
    403,
    'accessDenied',
    'The sharing link no longer exists, or you may not see it.',
    'not_found',
    /no longer leads to an item/,
  ],
  [404, 'itemNotFound', 'This link has expired.', 'not_found', /no longer leads to an item/],
  [409, 'ErrorFolderExists', 'exists', 'conflict', /already a folder/],
  [400, 'ErrorInternalServerError', 'WASCL UserAction verdict is not None.', 'not_allowed', /stopped this mailbox/],
  [400, 'ErrorInvalidReferenceItem', 'Not supported.', 'not_allowed', /cannot be answered/],
  [403, 'ErrorCannotDeleteObject', 'no', 'not_allowed', /be deleted/],
  [409, 'ErrorMessagePerFolderCountReceiveQuotaExceeded', 'no', 'not_allowed', /maximum number of items/],
  [400, 'ErrorInvalidAttachmentId', 'The specified attachment Id is invalid.', 'not_found', /does not exist, or/],
  [400, 'ErrorVirusDetected', 'no', 'not_allowed', /malware/],
  [400, 'InefficientFilter', 'Too complex.', 'invalid_arguments', /cannot search/],
  [400, 'BadRequest', "Syntax error: character '0' is not valid in 'a 0'.", 'invalid_arguments', /cannot search/],
  [400, 'ErrorCalendarIsNotOrganizer', 'no', 'not_allowed', /Only the organizer/],
  [403, 'ErrorCalendarIsDelegatedForAccept', 'no', 'not_allowed', /delegate/],
  [400, 'ErrorCalendarInvalidRecurrence', 'no', 'invalid_arguments', /This recurrence/],
  [400, 'ErrorOccurrenceTimeSpanTooBig', 'Longer than its period.', 'invalid_arguments', /recurrence is not possible/],
  [400, 'ErrorCorruptData', 'Data is corrupt.', 'not_allowed', /cannot convert/],
  [404, 'ErrorInvalidMailbox', 'no', 'not_allowed', /no Exchange Online mailbox/],
  [400, 'Directory_ExpiredPageToken', 'Expired.', 'invalid_arguments', /no longer accepts this cursor/],
  // Drives.
  [403, 'accessDenied', 'Access to this site has been blocked.', 'not_allowed', /locked the site/],
  [423, 'x', 'The file https://t.example/site/Read-only plan is locked for shared use by a.', 'conflict', /locked by/],
  [403, 'accessDenied', 'The user has no SharePoint Online license.', 'not_allowed', /no OneDrive/],
  [403, 'provisioningNotAllowed', 'no', 'not_allowed', /no OneDrive/],
  [503, 'resourceBeingProvisioned', 'no', 'temporarily_unavailable', /being set up/],
  [503, 'serviceReadOnly', 'no', 'temporarily_unavailable', /are read-only right now/],
  [403, 'accountSuspended', 'no', 'not_allowed', /frozen or suspended/],
  [403, 'accessRestricted', 'no', 'access_denied', /Only the owner/],
  [400, 'childItemCountExceeded', 'no', 'not_allowed', /maximum number of items/],
  [403, 'totalAffectedItemCountExceeded', 'no', 'not_allowed', /at once/],
  [400, 'pathTooDeep', 'no', 'invalid_arguments', /more folders/],
  [400, 'tooManyTermsInQuery', 'no', 'invalid_arguments', /cannot search/],
  [400, 'invalidRequest', 'The item has a retention label.', 'not_allowed', /retention/],
  [400, 'invalidRequest', 'Moving between drives is not possible.', 'not_allowed', /does not support/],
  [400, 'invalidRequest', 'The provided drive id appears to be malformed.', 'invalid_arguments', /driveId/],
  [400, 'invalidRequest', 'Organization links are not allowed.', 'not_allowed', /does not allow sharing this/],
  [400, 'invalidRequest', 'Some users cannot be invited securely.', 'invalid_arguments', /one of the people/],
  [404, 'itemNotFound', "User's mysite not found.", 'not_allowed', /no OneDrive/],
  [400, 'BadRequest', 'Tenant does not have a SPO license.', 'not_allowed', /no OneDrive/],
  [404, 'ResourceNotFound', "Unable to retrieve user's mysite URL.", 'not_allowed', /no OneDrive/],
  [403, 'quotaLimitReached', 'Quota limit reached.', 'not_allowed', /drive is full/],
  [507, 'insufficientStorage', 'Full.', 'not_allowed', /drive is full/],
  [403, 'malwareDetected', 'Malware was detected in the requested resource.', 'not_allowed', /malware/],
  [423, 'resourceLocked', 'The resource you are attempting to access is locked.', 'conflict', /checked out or locked/],
  [423, 'notAllowed', 'The site is locked and cannot be accessed.', 'not_allowed', /locked the site/],
  [403, 'accessDenied', 'Download of this file has been blocked by policy.', 'not_allowed', /blocked the download/],
  [403, 'accessDenied', 'Sharing has been disabled on this site.', 'not_allowed', /does not allow sharing this/],
  [400, 'invalidRequest', 'One or more users could not be resolved.', 'invalid_arguments', /one of the people/],
  [501, 'notSupported', 'Operation not supported.', 'not_allowed', /does not support/],
  [400, 'notSupported', 'Operation not supported.', 'not_allowed', /does not support/],
  [403, 'notAllowed', 'Not allowed.', 'not_allowed', /do not allow/],
  [400, 'invalidRequest', 'The provided name cannot contain any illegal characters.', 'invalid_arguments', /this name/],
  [409, 'nameAlreadyExists', 'Exists.', 'conflict', /already has an item/],
  [412, 'resourceModified', 'ETag does not match.', 'conflict', /changed by someone/],
  [416, 'invalidRange', 'Range not satisfiable.', 'conflict', /while it was being transferred/],
  [413, 'fileTooLarge', 'Too large.', 'invalid_arguments', /larger than the drive accepts/],
  [410, 'resyncRequired', 'Resync required.', 'invalid_arguments', /no longer accepts this cursor/],
  [429, 'activityLimitReached', 'Throttled.', 'throttled', /no more requests/],
  [509, 'bandwidthLimitExceeded', 'Throttled.', 'throttled', /no more requests/],
  [400, 'invalidRequest', 'Invalid request', 'invalid_arguments', /did not accept/],
  [500, 'generalException', 'General exception while processing.', 'temporarily_unavailable', /not working/],
  [403, 'accessDenied', "Your organization's policies don't allow you to share with x.", 'not_allowed', /sharing/],
  [400, 'invalidRequest', 'The tenant requires that links expire after 30 days.', 'not_allowed', /sharing this item/],
  [403, 'accessDenied', 'Sharing by link is not enabled on the web, site, or tenant.', 'not_allowed', /sharing/],
  [400, 'invalidRequest', 'Account Upgrade is required for this operation', 'not_allowed', /does not/],
  // Who asks.
  [403, 'accessDenied', BLOCKED, 'access_blocked', /Conditional Access/],
  [401, 'InvalidAuthenticationToken', 'AADSTS53003: blocked', 'access_blocked', /Conditional Access/],
  [403, 'accessDenied', 'AADSTS530035: Security defaults.', 'access_blocked', /Conditional Access/],
  [401, 'InvalidAuthenticationToken', 'AADSTS50076: MFA', 'interaction_required', /verify their identity/],
  [
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete it.',
    'access_denied',
    /requires a permission/,
  ],
  [403, 'notAllowed', "Due to organizational policies, you can't access it.", 'access_blocked', /another policy/],
  [403, 'ErrorAccessDenied', 'Access to OData is disabled.', 'access_blocked', /another policy/],
  [403, 'NoPermissionsInAccessToken', 'No permissions.', 'access_denied', /requires a permission/],
  [402, 'PaymentRequired', 'no', 'not_allowed', /no licence/],
  [403, 'Forbidden', "User doesn't have a license for this.", 'not_allowed', /no licence/],
];

describe('what Graph refuses', () => {
  let graph: FakeGraph;
  let files: FilesPort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ files } = adaptersOn(graph.origin, { maxRetries: 0 }));
  });

  async function failure(): Promise<DomainError> {
    const error: unknown = await files.getItem(callWith('t'), { itemId: '1' }).catch((reason: unknown) => reason);
    if (error instanceof DomainError) return error;
    throw new Error('A DomainError was expected.', { cause: error });
  }

  it.each(ROWS)('%i %s %j is %s', async (status, graphCode, message, code, words) => {
    graph.willAnswer(graphError(status, graphCode, message));
    const error = await failure();
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(words)]);
    expect(error.details.userAction).toMatch(/^[A-Z].+\.$/);
    expect(`${error.message} ${error.details.userAction}`).not.toMatch(/times, zone/);
  });

  it.each([
    "The file 'virus.docx' is missing.",
    'The file "download blocked.docx" is missing.',
    'The user organizer@license.example is unknown.',
    'The item /drive/root:/On hold/checked-out is missing.',
  ])('takes nothing from what a message repeats of the request: %s', async (message) => {
    graph.willAnswer(graphError(400, 'ErrorItemNotFound', message));
    expect((await failure()).code).toBe('not_found');
  });

  const MALWARE = { code: 'malwareDetected', message: 'no' };
  it.each([
    ['without an envelope', MALWARE],
    ['as SharePoint writes it', { 'odata.error': { code: '-1', message: { lang: 'en', value: 'Malware found.' } } }],
    ['in the details', { error: { code: 'accessDenied', message: 'no', details: [MALWARE] } }],
    ['in an inner message', { error: { code: 'accessDenied', innerError: { message: 'Malware found.' } } }],
    ['passed on as text', { error: { code: 'UnknownError', message: JSON.stringify({ error: MALWARE }) } }],
  ])('finds what tells %s', async (_where, body) => {
    graph.willAnswer(json(403, body));
    expect((await failure()).message).toMatch(/malware/);
  });

  it('finds what tells after a byte-order mark, and a policy in the words of a sign-in page', async () => {
    graph.willAnswer((response) => void response.writeHead(403).end(`\uFEFF${JSON.stringify({ error: MALWARE })}`));
    expect((await failure()).message).toMatch(/malware/);
    graph.willAnswer(json(403, { error: 'invalid_grant', error_description: 'AADSTS53003: blocked' }));
    expect((await failure()).code).toBe('access_blocked');
  });

  it('gives no advice about values where a proxy refuses with a page', async () => {
    for (const status of [400, 407, 421, 431]) {
      graph.willAnswer((response) => void response.writeHead(status).end('<html>'));
      expect((await failure()).code).toBe('temporarily_unavailable');
    }
  });

  it('finds what tells in an inner error', async () => {
    const innerError = { code: 'badArgument', innererror: { code: 'malwareDetected', 'request-id': 'r-1' } };
    graph.willAnswer(json(403, { error: { code: 'accessDenied', message: 'Access denied', innerError } }));
    const error = await failure();
    expect([error.code, error.message]).toEqual(['not_allowed', expect.stringContaining('malware')]);
    expect(error.details.requestId).toBe('r-1');
  });

  it('reads no further than it needs in an enormous message and endless inner errors', async () => {
    let innerError: object = { code: 'last' };
    for (let depth = 0; depth < 500; depth++) innerError = { code: 'a'.repeat(50), innerError };
    const message = 'users users name path download sharing '.repeat(50_000);
    graph.willAnswer(json(400, { error: { code: 'invalidRequest', message, innerError } }));
    expect((await failure()).code).toBe('invalid_arguments');
  });
});
