import type { Operation } from '../cases/index.js';
import type { Equivalent } from '../side.js';
import { cancelEvent } from './cancel-event.js';
import { getItem, listFolder, readText, searchFiles } from './files-reading.js';
import { createFolder, deleteItem, moveRename, share, writeText } from './files-writing.js';
import { createEvent } from './create-event.js';
import { findMeetingTimes } from './find-meeting-times.js';
import { findPeople } from './find-people.js';
import { findRooms } from './find-rooms.js';
import { getEvent } from './get-event.js';
import { getFreeBusy } from './get-free-busy.js';
import { getMyContext } from './get-my-context.js';
import { listCalendars } from './list-calendars.js';
import { listOccurrences } from './list-occurrences.js';
import { listEvents } from './list-events.js';
import { createDraft, organizeMail, sendDraft, updateDraft } from './mail-writing.js';
import { getAttachment, getMessage, listFolders, searchMail } from './mail-reading.js';
import { listSharedEvents } from './list-shared-events.js';
import { updateEvent } from './update-event.js';
import { respond } from './respond.js';

/** Each tool with what it stands for at Graph. */
export const EQUIVALENTS: { readonly [Tool in Operation['tool']]: Equivalent<Extract<Operation, { tool: Tool }>> } = {
  get_my_context: getMyContext,
  find_people: findPeople,
  calendar_list_calendars: listCalendars,
  calendar_list_events: listEvents,
  calendar_get_event: getEvent,
  calendar_list_occurrences: listOccurrences,
  calendar_get_free_busy: getFreeBusy,
  calendar_find_meeting_times: findMeetingTimes,
  calendar_create_event: createEvent,
  calendar_update_event: updateEvent,
  calendar_cancel_event: cancelEvent,
  calendar_respond: respond,
  calendar_list_shared_events: listSharedEvents,
  calendar_find_rooms: findRooms,
  mail_list_folders: listFolders,
  mail_search: searchMail,
  mail_get_message: getMessage,
  mail_get_attachment: getAttachment,
  mail_create_draft: createDraft,
  mail_update_draft: updateDraft,
  mail_send_draft: sendDraft,
  mail_organize: organizeMail,
  files_search: searchFiles,
  files_list_folder: listFolder,
  files_get_item: getItem,
  files_read_text: readText,
  files_write_text: writeText,
  files_create_folder: createFolder,
  files_move_rename: moveRename,
  files_share: share,
  files_delete: deleteItem,
};

/** The tools that change something. */
export const WRITES: readonly Operation['tool'][] = [
  'calendar_create_event',
  'calendar_update_event',
  'calendar_cancel_event',
  'calendar_respond',
  'mail_create_draft',
  'mail_update_draft',
  'mail_send_draft',
  'mail_organize',
  'files_write_text',
  'files_create_folder',
  'files_move_rename',
  'files_share',
  'files_delete',
];
