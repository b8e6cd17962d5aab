import { error } from '../error-definition.js';

/** What people decide on the page of approval. */
export const APPROVAL_ERRORS = {
  approval_required: error(
    'approval_required',
    'person',
    'The person must approve this on a page of this server before it is done.',
    'Give the person the link; only they can approve.',
  ),
  approval_done: error(
    'not_allowed',
    'caller',
    'The person approved this, and it was carried out.',
    'Do not call the tool again for it; tell the person that it is done.',
  ),
  approval_declined: error(
    'policy_denied',
    'person',
    'The person declined this.',
    'Do not try again unless the person asks for it again.',
  ),
  already_sent: error(
    'not_allowed',
    'caller',
    'This draft has already been sent.',
    'Do not send it again; tell the person that it has been sent.',
  ),
  approval_too_long: error(
    'not_allowed',
    'caller',
    'The arguments are too long for an approval link.',
    'Shorten them, for example by writing a shorter body, or let the person do it in Microsoft 365.',
  ),
} as const;
