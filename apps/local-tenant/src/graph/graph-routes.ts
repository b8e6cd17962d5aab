import { attachmentRoutes } from './attachments/attachment.routes.js';
import { calendarRoutes } from './calendar/calendar.routes.js';
import { eventActionRoutes } from './calendar/event-action.routes.js';
import { eventRoutes } from './calendar/event.routes.js';
import { scheduleRoutes } from './calendar/schedule.routes.js';
import { contentRoutes } from './files/content/content.routes.js';
import { copyRoutes } from './files/copy/copy.routes.js';
import { Transfers } from './files/transfers.js';
import { driveRoutes } from './files/drive.routes.js';
import { itemRoutes } from './files/item.routes.js';
import { searchQueryRoutes } from './files/search/search-query.routes.js';
import { driveSearchRoutes } from './files/search/search.routes.js';
import { permissionRoutes } from './files/sharing/permission.routes.js';
import { shareRoutes } from './files/sharing/share.routes.js';
import { sharedWithMeRoutes } from './files/sharing/shared-with-me.routes.js';
import { uploadRoutes } from './files/upload/upload.routes.js';
import { withOwnTwins } from './http/own-twins.js';
import type { GraphRoute } from './http/route.js';
import { mailRoutes } from './mail/mail-routes.js';
import { mailboxRoutes } from './mailbox/mailbox.routes.js';
import type { Mailboxes } from './mailbox/mailboxes.js';
import { peopleListRoutes } from './people/people-list.routes.js';
import { peopleRoutes } from './people/people.routes.js';
import { roomRoutes } from './places/room.routes.js';

/** Every path served, with what it needs; a new area adds its line. */
export function graphRoutes(
  mailboxes: Mailboxes,
  transfers: Transfers = new Transfers(() => mailboxes.now()),
): GraphRoute[] {
  return withOwnTwins(mailboxes, [
    ...peopleRoutes(mailboxes),
    ...peopleListRoutes(mailboxes),
    ...mailboxRoutes(mailboxes),
    ...calendarRoutes(mailboxes),
    ...eventRoutes(mailboxes),
    ...eventActionRoutes(mailboxes),
    ...scheduleRoutes(mailboxes),
    ...roomRoutes(mailboxes),
    ...mailRoutes(mailboxes),
    ...attachmentRoutes(mailboxes, transfers.attachments),
    ...driveRoutes(mailboxes),
    ...itemRoutes(mailboxes),
    ...contentRoutes(mailboxes, transfers.downloads),
    ...uploadRoutes(mailboxes, transfers.uploads),
    ...copyRoutes(mailboxes, transfers.copies),
    ...driveSearchRoutes(mailboxes),
    ...searchQueryRoutes(mailboxes),
    ...permissionRoutes(mailboxes),
    ...shareRoutes(mailboxes),
    ...sharedWithMeRoutes(mailboxes),
  ]);
}
