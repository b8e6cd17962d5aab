import type { TenantUser } from '../../../directory/types.js';
import { readList, readObject, readText } from '../../calendar/read-values.js';
import { badRequest } from '../../errors.js';
import { invalidRequest } from '../drive-errors.js';

/** Somebody to share with; outside of the organisation there is only the address. */
export interface Recipient {
  readonly email: string;
  readonly user?: TenantUser;
}

/** @throws GraphError 400 for who is nobody of the organisation and has no address elsewhere */
export function readRecipients(value: unknown, users: readonly TenantUser[]): Recipient[] {
  return readList(value, 'microsoft.graph.driveRecipient').map((recipient) => {
    const { email, alias, objectId } = readObject(recipient, 'microsoft.graph.driveRecipient');
    const name = readText(email ?? alias ?? objectId ?? null).toLowerCase();
    if (name === '') throw invalidRequest('A recipient has an email, an alias or an objectId.');
    const user = users.find((one) =>
      [one.id, one.mail, one.userPrincipalName, one.key].some((own) => own.toLowerCase() === name),
    );
    if (user) return { email: user.mail, user };
    if (!isElsewhere(name, users)) throw badRequest('noResolvedUsers', 'No user could be found for a recipient.');
    return { email: name };
  });
}

function isElsewhere(address: string, users: readonly TenantUser[]): boolean {
  const [, domain] = /^[^@\s]+@([^@\s]+\.[^@\s]+)$/.exec(address) ?? [];
  const members = users.filter(({ userType }) => userType === 'Member');
  return domain !== undefined && members.every(({ mail }) => !mail.toLowerCase().endsWith(`@${domain}`));
}
