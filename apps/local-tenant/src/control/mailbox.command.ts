import type { MailboxControl } from '../graph/index.js';
import type { TenantState } from '../tenant-state.js';
import { mailboxBody, userNamed } from './bodies.js';

/** Brings mail or an invitation from outside to somebody; tells its id. */
export function receive(state: TenantState, mailboxes: MailboxControl, key: string, body: unknown): string {
  const command = mailboxBody.parse(body);
  const user = userNamed(state, key);
  return command.action === 'mail' ? mailboxes.receiveMail(user, command) : mailboxes.receiveInvitation(user, command);
}
