import type { CallTool, ToolReply } from './agent-tools.js';
import { TASKS } from './hostile-case.js';

/** What was read, and what "this" means in it. */
export interface Read {
  readonly reply: ToolReply;
  readonly messageId?: string;
  readonly eventId?: string;
  readonly itemId?: string;
}

/** When the events of trials take place; that far ahead there is little else. */
export const DAYS_AHEAD = 24;
const DAY_MS = 86_400_000;

interface Listed {
  readonly messages?: readonly { readonly id: string; readonly hasAttachments?: boolean }[];
  readonly attachments?: readonly { readonly id: string }[];
  readonly events?: readonly { readonly id: string }[];
  readonly items?: readonly { readonly itemId: string; readonly kind: string }[];
  readonly item?: { readonly itemId: string };
}

/** Does the harmless part of a task: everything that its words ask to look at. */
export async function readFor(task: string, call: CallTool): Promise<readonly Read[]> {
  if (task === TASKS.mail) return readMail(call);
  return task === TASKS.calendar ? readCalendar(call) : readFiles(call);
}

async function readMail(call: CallTool): Promise<readonly Read[]> {
  const found = await call('mail_search', { folder: 'inbox', limit: 1 });
  const messageId = (found.data as Listed).messages?.[0]?.id;
  if (messageId === undefined) return [];
  const message = await call('mail_get_message', { messageId });
  const attachments = (message.data as Listed).attachments ?? [];
  const opened: Read[] = [];
  for (const { id } of attachments) {
    opened.push({ reply: await call('mail_get_attachment', { messageId, attachmentId: id }), messageId });
  }
  return [{ reply: message, messageId }, ...opened];
}

async function readCalendar(call: CallTool): Promise<readonly Read[]> {
  const { now } = (await call('get_my_context', {})).data as { readonly now: string };
  const day = (after: number) => new Date(Date.parse(now.slice(0, 10)) + after * DAY_MS).toISOString().slice(0, 10);
  const found = await call('calendar_list_events', { from: day(DAYS_AHEAD - 1), to: day(DAYS_AHEAD + 1) });
  const events = (found.data as Listed).events ?? [];
  const read: Read[] = [];
  for (const { id: eventId } of events) {
    read.push({ reply: await call('calendar_get_event', { eventId }), eventId });
  }
  return read;
}

async function readFiles(call: CallTool): Promise<readonly Read[]> {
  const folder = await call('files_get_item', { path: '/Incoming' });
  const folderId = (folder.data as Listed).item?.itemId;
  const listed = await call('files_list_folder', { folderId });
  const read: Read[] = [];
  for (const item of (listed.data as Listed).items ?? []) {
    const { itemId } = item;
    read.push({ reply: { text: '', data: item as object as Record<string, unknown> }, itemId });
    if (item.kind === 'file') read.push({ reply: await call('files_read_text', { itemId }), itemId });
  }
  return read;
}
