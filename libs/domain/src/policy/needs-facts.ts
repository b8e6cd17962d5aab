import type { Policy } from './policy.js';

/** Whether anything depends on whom a call reaches: tools then look it up where Microsoft does not say it by itself. */
export function needsFacts({ approvals, recipientDomains }: Policy): boolean {
  return approvals !== 'off' || recipientDomains.length > 0;
}
