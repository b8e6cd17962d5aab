import { randomBytes } from 'node:crypto';
import { readObject, readText } from '../../calendar/read-values.js';
import { GraphError } from '../../errors.js';
import type { GraphReply, GraphRequest } from '../../http/route.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import { contextUrl } from '../../odata/context-url.js';
import { invalidRequest } from '../drive-errors.js';
import { openItem } from '../open-item.js';
import { personalSite } from '../web-address.js';
import type { PermissionLink } from './item-permission.js';
import { permissionResource } from './permission-view.js';
import { readRecipients } from './read-recipients.js';
import { readUntil } from './read-until.js';

/** A link for the organisation, the same one when it is asked for again; or one for some people. */
export function createLink(mailboxes: Mailboxes, request: GraphRequest): GraphReply {
  const { drive, item } = openItem(mailboxes, request, 'write');
  const body = readObject(request.body, 'microsoft.graph.driveItem.createLink');
  const type = readType(body['type']);
  const scope = readScope(body['scope'] ?? 'organization');
  const users = mailboxes.usersOf(drive.owner.tenantId);
  const recipients = readRecipients(body['recipients'] ?? [], users);
  if (body['password'] != null) throw invalidRequest('Only anonymous links have a password.');
  const until = readUntil(body['expirationDateTime'], mailboxes.now());
  const grantees = recipients.flatMap(({ user }) => user?.id ?? []);
  const there = drive.permissions
    .of(item)
    .find(({ link, until: end }) => link?.type === type && link.scope === scope && scope !== 'users' && end === until);
  const kind = item.content ? 'u' : 'f';
  const webUrl = personalSite(drive.owner).replace('/personal/', `/:${kind}:/g/personal/`) + `/E${newToken()}`;
  const permission =
    there ??
    drive.permissions.add({
      itemId: item.id,
      role: type === 'edit' ? 'write' : 'read',
      link: { type, scope, webUrl },
      grantees,
      until,
    });
  const context = contextUrl(request.url.origin, 'permission');
  const resource = permissionResource(drive, item, permission, users);
  return { status: there ? 200 : 201, body: { '@odata.context': context, ...resource } };
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}

function readType(value: unknown): PermissionLink['type'] {
  if (value === 'view' || value === 'edit') return value;
  throw invalidRequest('The type of a link is view or edit.');
}

function readScope(value: unknown): PermissionLink['scope'] {
  const scope = readText(value);
  if (scope === 'organization' || scope === 'users') return scope;
  if (scope === 'anonymous') {
    throw new GraphError(
      403,
      'accessDenied',
      'Sharing with anyone has been disabled by the policy of the organization.',
    );
  }
  throw invalidRequest('The scope of a link is anonymous, organization or users.');
}
