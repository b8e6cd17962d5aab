import type { Tool } from '../tool/tool.js';
import { cancelEvent } from './calendar/cancel-event.tool.js';
import { createEvent } from './calendar/create-event.tool.js';
import { findMeetingTimes } from './calendar/find-meeting-times.tool.js';
import { getEvent } from './calendar/get-event.tool.js';
import { getFreeBusy } from './calendar/get-free-busy.tool.js';
import { listCalendars } from './calendar/list-calendars.tool.js';
import { listEvents } from './calendar/list-events.tool.js';
import { listOccurrences } from './calendar/list-occurrences.tool.js';
import { listSharedEvents } from './calendar/list-shared-events.tool.js';
import { respond } from './calendar/respond.tool.js';
import { updateEvent } from './calendar/update-event.tool.js';
import { findRooms } from './rooms/find-rooms.tool.js';
import { findPeople } from './core/find-people.tool.js';
import { getMyContext } from './core/get-my-context.tool.js';
import { createFolder } from './files/create-folder.tool.js';
import { deleteItem } from './files/delete.tool.js';
import { getItem } from './files/get-item.tool.js';
import { listFolder } from './files/list-folder.tool.js';
import { moveRename } from './files/move-rename.tool.js';
import { readText } from './files/read-text.tool.js';
import { searchFiles } from './files/search.tool.js';
import { share } from './files/share.tool.js';
import { writeText } from './files/write-text.tool.js';
import { createDraft } from './mail/create-draft.tool.js';
import { getAttachment } from './mail/get-attachment.tool.js';
import { getMessage } from './mail/get-message.tool.js';
import { listFolders } from './mail/list-folders.tool.js';
import { organizeMail } from './mail/organize.tool.js';
import { searchMail } from './mail/search.tool.js';
import { sendDraft } from './mail/send-draft.tool.js';
import { updateDraft } from './mail/update-draft.tool.js';

/** Every tool Behalf ships with, in the order an agent sees them. */
export const TOOLS: readonly Tool[] = [
  getMyContext,
  findPeople,
  listCalendars,
  listEvents,
  getEvent,
  listOccurrences,
  getFreeBusy,
  findMeetingTimes,
  createEvent,
  updateEvent,
  cancelEvent,
  respond,
  listSharedEvents,
  findRooms,
  searchMail,
  getMessage,
  getAttachment,
  listFolders,
  createDraft,
  updateDraft,
  sendDraft,
  organizeMail,
  searchFiles,
  listFolder,
  getItem,
  readText,
  writeText,
  createFolder,
  moveRename,
  share,
  deleteItem,
];
