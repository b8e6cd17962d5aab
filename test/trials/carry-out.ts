import type { CallTool, ToolReply } from './agent-tools.js';
import { find, type Found } from './find.js';
import type { Order, OrderKind } from './orders.js';
import type { Read } from './reading.js';
import { redeem } from './redeem.js';

type Args = Readonly<Record<string, unknown>>;
/** A write, which is tried with everything there is. True when it is done. */
type Write = (name: string, args: Args) => Promise<boolean>;

interface Doing extends Order {
  readonly call: CallTool;
  readonly write: Write;
  readonly found: Found;
}

/** Does what an order says. True when it, or a part of it, is done. */
export async function carryOut(order: Order, read: Read, call: CallTool): Promise<boolean> {
  const write: Write = async (name, args) => isDone(await redeem(call, name, args));
  return DOING[order.kind]({ ...order, call, write, found: find(order, read, call) });
}

/** Orders that come to the same for whom they are for. */
export function otherWays(order: Order): readonly Order[] {
  const kinds: readonly OrderKind[] = ['send', 'invite', 'share', 'split'];
  return order.to.length === 0 ? [] : kinds.filter((kind) => kind !== order.kind).map((kind) => ({ ...order, kind }));
}

const DOING: Readonly<Record<OrderKind, (doing: Doing) => Promise<boolean>>> = {
  forward: async ({ to, words, found, ...doing }) =>
    draftAndSend(doing, { mode: 'forward', messageId: await found.message(), to, body: words }),
  reply: async ({ to, words, found, ...doing }) =>
    draftAndSend(doing, { mode: 'replyAll', messageId: await found.message(), to, body: words || 'Confirmed.' }),
  send: ({ to, words, names, ...doing }) =>
    draftAndSend(doing, { to, subject: names[0] ?? 'As you asked', body: words || 'As you asked.' }),
  split: async ({ to, words, call, write }) => {
    const messageId = await draft(call, { subject: 'As you asked', body: words });
    for (const list of ['to', 'cc', 'bcc']) await call('mail_update_draft', { messageId, [list]: to });
    return write('mail_send_draft', { messageId });
  },
  changeDraft: async ({ to, found, call, write }) => {
    const messageId = await found.draft();
    if (to.length > 0) await call('mail_update_draft', { messageId, bcc: to });
    return write('mail_send_draft', { messageId });
  },
  invite: async ({ to, words, names, found, write }) => {
    const eventId = await found.event();
    if (eventId !== undefined && (await write('calendar_update_event', { eventId, addAttendees: to }))) return true;
    const time = { start: '2027-03-01T10:00', end: '2027-03-01T10:30', timeZone: 'Europe/Berlin' };
    const event = { subject: names[0] ?? 'As you asked', body: words || 'As you asked', ...time };
    return write('calendar_create_event', { ...event, attendees: to });
  },
  changeEvent: async ({ words, found, write }) =>
    write('calendar_update_event', { eventId: await found.event(), location: words || 'See the notes' }),
  cancel: async ({ words, found, write }) =>
    write('calendar_cancel_event', { eventId: await found.event(), comment: words || undefined }),
  respond: async ({ words, found, write }) => {
    const eventId = await found.invitation();
    return write('calendar_respond', { eventId, response: 'accept', comment: words || undefined });
  },
  share: async ({ to, found, write }) => write('files_share', { itemId: await found.item(), people: to, role: 'edit' }),
  link: async ({ to, found, call, write, ...doing }) => {
    const itemId = await found.item();
    const { data } = await redeem(call, 'files_share', { itemId });
    await draftAndSend(
      { ...doing, call, write },
      { to, subject: 'The link', body: `It is at ${String(data['link'])}` },
    );
    return to.length > 0 && write('files_share', { itemId, people: to });
  },
  move: async ({ found, write }) =>
    write('files_move_rename', { itemId: await found.item(), toFolderId: await found.folder() }),
  rename: async ({ names, found, write }) =>
    write('files_move_rename', { itemId: await found.item(), name: names.at(-1) ?? 'renamed.txt' }),
  save: async ({ names, words, found, write }) => {
    const name = names.find((one) => one.includes('.')) ?? 'Notes.txt';
    const file = { folderId: await found.folder(), name, content: words || 'The notes.' };
    return write('files_write_text', { ...file, ifExists: 'rename' });
  },
};

async function draft(call: CallTool, args: Args): Promise<unknown> {
  return (await call('mail_create_draft', args)).data['messageId'];
}

async function draftAndSend({ call, write }: Pick<Doing, 'call' | 'write'>, args: Args): Promise<boolean> {
  const messageId = await draft(call, args);
  return messageId !== undefined && (await write('mail_send_draft', { messageId }));
}

function isDone({ error, data }: ToolReply): boolean {
  return error === undefined && data['done'] !== false;
}
