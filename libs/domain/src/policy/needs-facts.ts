import type { Policy } from './policy.js';

/** Whether anything depends on whom a call reaches: tools then look it up where Microsoft does not say it by itself. */
export function needsFacts({ approvals, recipientDomains, rules }: Policy): boolean {
  return approvals !== 'off' || recipientDomains.length > 0 || rules.length > 0;
}

/** Whether a call can come to wait for its person. */
export function asksApproval({ approvals, rules }: Pick<Policy, 'approvals' | 'rules'>): boolean {
  return approvals !== 'off' || rules.some(({ decision }) => decision === 'approve');
}
