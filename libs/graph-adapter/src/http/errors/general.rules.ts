import { both, coded, either, type GraphErrorRule, withStatus } from './graph-error-rule.js';

/** What a refusal means by its status, where nothing tells more. */
export const GENERAL_RULES: readonly GraphErrorRule[] = [
  {
    when: either(withStatus(429, 509), coded('activityLimitReached', 'TooManyRequests', 'ApplicationThrottled')),
    error: 'throttled',
    message: 'Microsoft Graph takes no more requests for this person right now.',
    userAction: 'Wait, then try again.',
  },
  {
    when: withStatus(403),
    error: 'access_denied',
    message: 'Microsoft Graph does not let the signed-in person do this.',
    userAction: 'Ask the owner or an administrator for access.',
  },
  {
    when: either(
      withStatus(404),
      coded('ErrorInvalidId', 'ErrorInvalidIdMalformed', 'ErrorInvalidIdEmpty', 'ErrorInvalidMailboxItemId'),
      coded('ErrorItemNotFound', 'itemNotFound', 'ErrorFolderNotFound', 'ErrorAttachmentNotFound'),
      coded('ErrorInvalidAttachmentId', 'ErrorCannotUseFolderIdForItemId', 'ErrorCannotUseItemIdForFolderId'),
    ),
    error: 'not_found',
    message: 'There is no such item in what the signed-in person can see.',
    userAction: 'Take the id from a fresh list.',
  },
  {
    when: withStatus(410),
    error: 'not_found',
    message: 'What was asked for is no longer there.',
    userAction: 'Begin again with a fresh list.',
  },
  {
    when: either(
      withStatus(409, 412),
      coded('ErrorIrresolvableConflict', 'ErrorInvalidChangeKey', 'resourceModified', 'entityTagDoesNotMatch'),
    ),
    error: 'conflict',
    message: 'The item was changed by someone else in the meantime.',
    userAction: 'Read it again, then decide.',
  },
  {
    when: withStatus(413, 414),
    error: 'invalid_arguments',
    message: 'This is more than Microsoft Graph takes at once.',
    userAction: 'Send less.',
  },
  {
    when: withStatus(405, 451, 501),
    error: 'not_allowed',
    message: 'Microsoft Graph does not do this with this item or account.',
    userAction: 'Do not try this again; read the item to see what can be done with it.',
  },
  {
    // A page of a proxy or a gateway, for example.
    when: ({ status, codes }) => status >= 400 && status < 500 && status !== 408 && codes.length === 0,
    error: 'temporarily_unavailable',
    message: 'Microsoft Graph, or what stands before it, refused this without a reason.',
    userAction: 'Try again in a moment; if it stays so, ask the operator of this server.',
  },
  {
    // Drives write their codes in camel case, Exchange in Pascal case.
    when: both(
      ({ status }) => status >= 400 && status < 500 && status !== 408,
      ({ codes: [code = ''] }) => /^[a-z]/.test(code),
    ),
    error: 'invalid_arguments',
    message: 'Microsoft Graph did not accept the values of this request.',
    userAction: 'Check ids, names and the folder, then try again.',
  },
  {
    when: ({ status }) => status >= 400 && status < 500 && status !== 408,
    error: 'invalid_arguments',
    message: 'Microsoft Graph did not accept the values of this request.',
    userAction: 'Check times, zone, addresses and ids, then try again.',
  },
  {
    when: () => true,
    error: 'temporarily_unavailable',
    message: 'Microsoft Graph is not working right now.',
    userAction: 'Try again in a moment.',
  },
];
