import { both, coded, either, type GraphErrorRule, saying, withStatus } from './graph-error-rule.js';

/** Exchange, of a mailbox that is asked too much at once; the status differs. */
const BUSY = ['ErrorServerBusy', 'ErrorTooManyObjectsOpened', 'ErrorExceededConnectionCount'] as const;

/** What a refusal means by its status, where nothing tells more. */
export const GENERAL_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      withStatus(429, 509),
      coded('activityLimitReached', 'TooManyRequests', 'ApplicationThrottled', ...BUSY),
    ),
    reason: 'throttled',
  },
  {
    when: coded('ErrorInternalServerTransientError', 'ErrorTimeoutExpired', 'ErrorMessageTransientError'),
    reason: 'temporarily_unavailable',
  },
  {
    when: withStatus(403),
    reason: 'access_denied',
  },
  {
    when: either(
      withStatus(404),
      both(withStatus(400), saying(/resource not found for the segment/i)),
      coded('ErrorInvalidId', 'ErrorInvalidIdMalformed', 'ErrorInvalidIdEmpty', 'ErrorInvalidMailboxItemId'),
      coded('ErrorItemNotFound', 'itemNotFound', 'ErrorFolderNotFound', 'ErrorAttachmentNotFound'),
      coded('ErrorInvalidAttachmentId', 'ErrorCannotUseFolderIdForItemId', 'ErrorCannotUseItemIdForFolderId'),
    ),
    reason: 'not_found',
  },
  {
    when: withStatus(410),
    reason: 'item_gone',
  },
  {
    when: either(
      withStatus(409, 412),
      coded('ErrorIrresolvableConflict', 'ErrorInvalidChangeKey', 'resourceModified', 'entityTagDoesNotMatch'),
    ),
    reason: 'conflict',
  },
  {
    when: withStatus(413, 414),
    reason: 'request_too_large',
  },
  {
    when: either(withStatus(405, 451, 501), saying(/account upgrade is required/i)),
    reason: 'graph_does_not_support',
  },
  {
    // A page of a proxy or a gateway, for example.
    when: ({ status, codes }) => status >= 400 && status < 500 && status !== 408 && codes.length === 0,
    reason: 'refused_without_reason',
  },
  {
    // Drives write their codes in camel case, Exchange in Pascal case.
    when: both(
      ({ status }) => status >= 400 && status < 500 && status !== 408,
      ({ codes: [code = ''] }) => /^[a-z]/.test(code),
    ),
    reason: 'drive_values_not_accepted',
  },
  {
    when: ({ status }) => status >= 400 && status < 500 && status !== 408,
    reason: 'values_not_accepted',
  },
  {
    when: () => true,
    reason: 'temporarily_unavailable',
  },
];
