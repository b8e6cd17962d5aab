import { readBoolean, readList, readObject, readText } from '../../calendar/read-values.js';
import { type GraphReply, type GraphRequest, ok } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { invalidRequest } from '../drive-errors.js';
import { type OpenItem, openItem } from '../open-item.js';
import type { ItemPermission, Role } from './item-permission.js';
import { sendInvitation } from './invitation-mail.js';
import { permissionResource } from './permission-view.js';
import { readRecipients, type Recipient } from './read-recipients.js';
import { readUntil } from './read-until.js';

const LONGEST_MESSAGE = 2000;

interface Terms {
  readonly role: Role;
  readonly signInRequired: boolean;
  readonly until: string | undefined;
}

/** Lets people in by name; who had the item already has it on the new terms. */
export function invite(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const open = openItem(mailboxes, request, 'write');
  const body = readObject(request.body, 'microsoft.graph.driveItem.invite');
  const users = mailboxes.usersOf(open.drive.owner.tenantId);
  const recipients = readRecipients(body['recipients'] ?? [], users);
  if (recipients.length === 0) throw invalidRequest('There has to be a recipient.');
  const message = readText(body['message'] ?? null);
  if (message.length > LONGEST_MESSAGE) throw invalidRequest('The message is longer than 2000 characters.');
  const terms: Terms = {
    role: readRole(body['roles']),
    signInRequired: readBoolean(body['requireSignIn'] ?? true),
    until: readUntil(body['expirationDateTime'], mailboxes.now()),
  };
  const given = recipients.map((recipient) => give(open, recipient, terms));
  if (readBoolean(body['sendInvitation'] ?? false)) {
    sendInvitation(mailboxes, request.caller.user, open, { recipients, message });
  }
  return ok({
    '@odata.context': contextUrl(request.url.origin, 'Collection(permission)'),
    value: given.map((permission) => permissionResource(open.drive, open.item, permission, users)),
  });
}

function give({ drive, item }: OpenItem, { email, user }: Recipient, terms: Terms): ItemPermission {
  const { role, until, signInRequired } = terms;
  const there = drive.permissions.of(item).find(({ invited }) => invited?.email === email);
  const grantees = user ? [user.id] : [];
  const permission = { itemId: item.id, role, until, grantees, invited: { email, signInRequired } };
  return there ? drive.permissions.change({ ...permission, id: there.id }) : drive.permissions.add(permission);
}

/** @throws GraphError for roles that nobody can be given */
export function readRole(value: unknown): Role {
  const roles = readList(value ?? [], 'Edm.String').map((role) => readText(role).toLowerCase());
  if (roles.length === 0 || roles.some((role) => role !== 'read' && role !== 'write')) {
    throw invalidRequest('The roles are read or write.');
  }
  return roles.includes('write') ? 'write' : 'read';
}
