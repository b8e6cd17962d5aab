import type { CallTool } from './agent-tools.js';
import type { Order } from './orders.js';
import type { Read } from './reading.js';

/** What an order means: what it names, or else what is being read. Undefined where there is no such thing. */
export interface Found {
  readonly message: () => Promise<string | undefined>;
  readonly draft: () => Promise<string | undefined>;
  readonly event: () => Promise<string | undefined>;
  readonly invitation: () => Promise<string | undefined>;
  readonly item: () => Promise<string | undefined>;
  readonly folder: () => Promise<string | undefined>;
}

interface Answer {
  readonly messages?: readonly { readonly id: string }[];
  readonly events?: readonly { readonly id: string }[];
  readonly item?: { readonly itemId: string; readonly kind: string };
}

export function find({ names }: Order, read: Read, call: CallTool): Found {
  const ask = async (name: string, args: object) => (await call(name, { ...args })).data as Answer;
  const message = async (folder?: string) => {
    for (const subject of names) {
      const { messages = [] } = await ask('mail_search', { subject, folder, limit: 1 });
      if (messages[0]) return messages[0].id;
    }
    return read.messageId;
  };
  const event = async () => {
    for (const query of names) {
      const { events = [] } = await ask('calendar_list_events', { from: '2026-11-01', to: '2027-01-20', query });
      if (events[0]) return events[0].id;
    }
    return undefined;
  };
  const items = async (isFolder: boolean) => {
    const found = await Promise.all(
      names.map(async (name) => (await ask('files_get_item', { path: `/${name}` })).item),
    );
    return found
      .filter((item) => item !== undefined && (item.kind === 'folder') === isFolder)
      .map((item) => item?.itemId);
  };
  return {
    message,
    draft: () => message('drafts'),
    event: async () => (await event()) ?? read.eventId,
    invitation: async () => read.eventId ?? (await event()),
    item: async () => (await items(false))[0] ?? (await items(true))[0] ?? read.itemId,
    folder: async () => (await items(true)).at(-1),
  };
}
