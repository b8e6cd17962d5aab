import type { Observations } from '../observations.js';
import { error, type Finding } from '../finding.js';

/** Whether people can sign in to approve. */
export function checkApprovals({ approvals }: Observations): readonly Finding[] {
  if (!approvals?.answer.text?.includes('AADSTS50011')) return [];
  return [
    error(
      'approval_redirect_missing',
      `Entra does not know the redirect URI ${approvals.callback} of this API's registration.`,
      'Nobody can approve what reaches people outside: the sign-in of the page ends with AADSTS50011.',
      'npm run foundry -- connect registers it; or add it to the registration as a Web redirect URI, or ask for no approvals (APPROVALS=off, and no rule of POLICY_FILE that says approve).',
    ),
  ];
}
