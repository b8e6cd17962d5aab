import type { Invitation, Invited, SharingLink } from '@app/domain';
import type { Permission } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import { unreadable } from '../http/unreadable.js';

/** A permission of an invitation, which may be refused for one person alone. */
type Answered = Permission & { readonly error?: unknown };

export const toSharingLink = documented('a permission', { id: 'text', link: { webUrl: 'text' } }, readLink);

function readLink({ id, link }: Permission): SharingLink {
  if (!link?.webUrl) throw unreadable('a sharing link without its address');
  return { link: link.webUrl, permissionId: id ?? undefined };
}

export function fromInvitation({ addresses, role, message }: Invitation): object {
  return {
    recipients: addresses.map((email) => ({ email })),
    roles: [role === 'edit' ? 'write' : 'read'],
    requireSignIn: true,
    sendInvitation: true,
    message,
  };
}

export function toInvited({ value }: { readonly value?: unknown }): Invited {
  const answers = Array.isArray(value) ? (value as readonly Answered[]) : [];
  const isRefused = (answer: Answered | null): boolean => Boolean(answer?.error);
  const ids = answers.filter((answer) => !isRefused(answer)).map((answer) => answer?.id);
  return {
    permissionIds: ids.filter((id): id is string => typeof id === 'string'),
    refused: answers.filter(isRefused).length,
  };
}
