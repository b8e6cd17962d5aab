import { PEOPLE } from '../../contract/local-graph.js';
import type { Recorder, Recording } from './recorder.js';

const BEN = PEOPLE.ben.mail;
const RANGE = { from: '2026-01-05', to: '2026-01-18', timeZone: 'Europe/Berlin' };
const NEXT = { start: '2026-01-12T10:00', end: '2026-01-12T11:00', timeZone: 'Europe/Berlin' };

type Item = { readonly itemId: string };
type Found = Record<string, { readonly [name: string]: string }[]>;

/** Calls of every tool that read all they can of what the local tenant has. */
export async function recordEveryTool(recorder: Recorder): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  const record = async (tool: string, args: object = {}) => {
    recordings.push(await recorder.record(tool, args));
  };
  await record('get_my_context');
  await record('find_people', { query: 'ben' });
  await recordCalendar(recorder, record);
  await recordMail(recorder, record);
  await recordFiles(recorder, record);
  return recordings;
}

type Record_ = (tool: string, args?: object) => Promise<void>;

async function recordCalendar(recorder: Recorder, record: Record_): Promise<void> {
  const made = async (more: object, who: 'anna' | 'ben' = 'anna') =>
    (
      (await recorder.call('calendar_create_event', { subject: 'Plan', ...NEXT, ...more }, who))['event'] as {
        id: string;
      }
    ).id;
  const eventId = await made({ attendees: [BEN], body: 'Words', location: 'Room 7', onlineMeeting: true });
  const series = await made({ repeat: 'weekly', attendees: [BEN], subject: 'Series' });
  await made({ attendees: [PEOPLE.anna.mail], subject: 'Invited' }, 'ben');
  const { events } = (await recorder.call('calendar_list_events', RANGE)) as Found;
  const invited = events?.find(({ subject }) => subject === 'Invited')?.['id'];
  await record('calendar_list_calendars');
  await record('calendar_list_events', RANGE);
  await record('calendar_get_event', { eventId });
  await record('calendar_get_event', { eventId: series });
  await record('calendar_list_occurrences', { eventId: series, ...RANGE });
  await record('calendar_get_free_busy', { addresses: [BEN], ...RANGE });
  await record('calendar_find_meeting_times', { attendees: [BEN], ...RANGE });
  await record('calendar_find_rooms', RANGE);
  await record('calendar_list_shared_events', { calendarOf: PEOPLE.anna.mail, ...RANGE });
  await record('calendar_create_event', { subject: 'Other', ...NEXT, attendees: [BEN], repeat: 'weekly' });
  await record('calendar_update_event', { eventId, subject: 'New', body: 'Other words', removeAttendees: [BEN] });
  await record('calendar_update_event', { eventId: series, scope: 'series', start: '2026-01-13T10:00' });
  await record('calendar_respond', { eventId: invited, response: 'tentative', comment: 'Perhaps' });
  await record('calendar_cancel_event', { eventId });
}

async function recordMail(recorder: Recorder, record: Record_): Promise<void> {
  const { messages: withFiles } = (await recorder.call('mail_search', {
    subject: 'Contract: Room Nansen',
    limit: 1,
  })) as Found;
  const { messages: invitations } = (await recorder.call('mail_search', { subject: 'Invited', limit: 1 })) as Found;
  const messageId = withFiles?.[0]?.['id'];
  const { attachments = [] } = (await recorder.call('mail_get_attachment', { messageId })) as Found;
  await record('mail_list_folders');
  await record('mail_search', { folder: 'inbox' });
  await record('mail_search', { query: 'Contract' });
  await record('mail_get_message', { messageId });
  if (invitations?.[0]) await record('mail_get_message', { messageId: invitations[0]['id'] });
  for (const { id } of attachments) await record('mail_get_attachment', { messageId, attachmentId: id });
  await record('mail_create_draft', { to: [BEN], cc: [BEN], subject: 'Hello', body: 'Words' });
  await record('mail_create_draft', { mode: 'reply', messageId, body: 'Words', cc: [BEN] });
  const draft = await recorder.call('mail_create_draft', { mode: 'replyAll', messageId, body: 'Words' });
  await record('mail_update_draft', { messageId: draft['messageId'], body: 'Others', to: [BEN] });
  await record('mail_send_draft', { messageId: draft['messageId'] });
  await record('mail_organize', { messageIds: [messageId], read: true, moveTo: 'archive' });
}

async function recordFiles(recorder: Recorder, record: Record_): Promise<void> {
  const file = { name: 'notes.md', content: '# Notes' };
  const made = async (tool: string, args: object) => ((await recorder.call(tool, args))['item'] as Item).itemId;
  const folderId = await made('files_create_folder', { name: 'Old' });
  const itemId = await made('files_write_text', file);
  await record('files_search', { query: 'notes' });
  await record('files_list_folder');
  await record('files_get_item', { itemId });
  await record('files_read_text', { itemId });
  await record('files_create_folder', { name: 'New' });
  await record('files_write_text', { ...file, name: 'other.md' });
  await record('files_move_rename', { itemId, name: 'moved.md', toFolderId: folderId });
  await record('files_share', { itemId, people: [BEN] });
  await record('files_share', { itemId });
  await record('files_delete', { itemId });
}
