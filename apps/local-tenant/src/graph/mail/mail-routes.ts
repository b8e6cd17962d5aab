import type { GraphRoute } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { attachmentRoutes } from './attachment.routes.js';
import { draftRoutes } from './draft.routes.js';
import { mailFolderRoutes } from './folder.routes.js';
import { mailTipRoutes } from './mail-tips.routes.js';
import { messageRoutes } from './message.routes.js';

/** Everything of mail. */
export function mailRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    ...mailFolderRoutes(mailboxes),
    ...messageRoutes(mailboxes),
    ...draftRoutes(mailboxes),
    ...attachmentRoutes(mailboxes),
    ...mailTipRoutes(mailboxes),
  ];
}
