import type { EntraErrorRow } from './entra-error-row.js';

const ASK_IT = 'Ask your IT department; trying again does not help.';

/** Refusals that a new sign-in does not fix; the first is that of Conditional Access. */
export const BLOCKED_ACCESS: readonly EntraErrorRow[] = [
  {
    code: 'access_blocked',
    message: 'Your organisation does not let you use this from here (Conditional Access or a missing assignment).',
    userAction: ASK_IT,
    suberrors: ['message_only', 'protection_policy_required'],
    numbers: [
      ...[
        53000, 53001, 53002, 53003, 53004, 53005, 53008, 53009, 53010, 53011, 530003, 530021, 530031, 530032, 530034,
        530035,
      ],
      ...[50002, 50155, 50177, 500021, 700003, 5000224],
      ...[50005, 50105, 50129, 50131, 135011, 500212, 500213],
    ],
    errors: ['access_denied'],
  },
  {
    code: 'access_blocked',
    message: 'Your account is not known in this organisation.',
    userAction: 'Use an account of this organisation, or ask it to invite you.',
    numbers: [16003, 50020, 50034, 51004, 90072],
  },
  {
    code: 'access_blocked',
    message: 'You have not accepted the invitation of this organisation yet.',
    userAction: 'Accept the invitation that came by mail, then try again.',
    numbers: [50014],
  },
  {
    code: 'access_blocked',
    message: 'Your account is locked or disabled.',
    userAction: ASK_IT,
    numbers: [50053, 50057],
  },
  {
    code: 'access_blocked',
    message: 'Your organisation has no such permission for this server, or keeps it from you.',
    userAction: ASK_IT,
    numbers: [90093, 650053],
  },
];
