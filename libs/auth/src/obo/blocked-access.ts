import type { EntraErrorRow } from './entra-error-row.js';

/** Refusals that a new sign-in does not fix; the first is that of Conditional Access. */
export const BLOCKED_ACCESS: readonly EntraErrorRow[] = [
  {
    reason: 'access_blocked',
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
    reason: 'account_unknown',
    numbers: [16003, 50020, 50034, 51004, 90072],
  },
  {
    reason: 'invitation_not_accepted',
    numbers: [50014],
  },
  {
    reason: 'account_disabled',
    numbers: [50053, 50057, 500571],
  },
  {
    reason: 'permission_not_available',
    numbers: [90093, 650053],
  },
];
