import type { GraphRoute } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { draftRoutes } from './draft.routes.js';
import { mailFolderChangeRoutes } from './folder-change.routes.js';
import { mailFolderRoutes } from './folder.routes.js';
import { mailTipRoutes } from './mail-tips.routes.js';
import { messageRoutes } from './message.routes.js';

/** Everything of mail but attachments. */
export function mailRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    ...mailFolderRoutes(mailboxes),
    ...mailFolderChangeRoutes(mailboxes),
    ...messageRoutes(mailboxes),
    ...draftRoutes(mailboxes),
    ...mailTipRoutes(mailboxes),
  ];
}
