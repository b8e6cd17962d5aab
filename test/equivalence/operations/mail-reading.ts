import type { GetAttachment, GetMessage, ListFolders, SearchMail } from '../cases/mail.js';
import { type CallTool, type Equivalent, folderIdOf, messageIdOf, zoneFor } from '../side.js';

interface Folders {
  readonly folders: readonly {
    readonly id: string;
    readonly name: string;
    readonly unread: number;
    readonly total: number;
  }[];
}

interface GraphFolders {
  readonly value: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly unreadItemCount: number;
    readonly totalItemCount: number;
  }[];
}

export const listFolders: Equivalent<ListFolders> = {
  throughServer: async ({ parent }, call, situation) => {
    const { folders } = await call<Folders>({ parentFolder: parent && folderIdOf(parent, situation) });
    return folders.map(({ id, name, unread, total }) => ({ id, name, unread, total }));
  },
  directly: async ({ parent }, ask, situation) => {
    const below = parent ? `/${encodeURIComponent(folderIdOf(parent, situation))}/childFolders` : '';
    const { value } = await ask<GraphFolders>({ path: `/me/mailFolders${below}?$top=100` });
    return value.map(({ id, displayName: name, unreadItemCount: unread, totalItemCount: total }) => ({
      id,
      name,
      unread,
      total,
    }));
  },
};

interface Found {
  readonly messages: readonly { readonly id: string }[];
  readonly cursor?: string;
}

export const searchMail: Equivalent<SearchMail> = {
  throughServer: async ({ folder, unread, limit }, call, situation) =>
    everyPage(call, { folder: folder && folderIdOf(folder, situation), unread, limit, timeZone: 'UTC' }),
  directly: async ({ folder, unread }, ask, situation) => {
    const place = folder ? `/me/mailFolders/${encodeURIComponent(folderIdOf(folder, situation))}` : '/me';
    const { value } = await ask<{ value: readonly { readonly id: string; readonly isRead: boolean }[] }>({
      path: `${place}/messages?$select=id,isRead&$top=500`,
    });
    return value
      .filter(({ isRead }) => unread === undefined || isRead !== unread)
      .map(({ id }) => id)
      .sort();
  },
};

interface Shown {
  readonly message: {
    readonly id: string;
    readonly subject: string;
    readonly unread?: true;
    readonly to: readonly string[];
  };
  readonly untrustedBody?: string;
  readonly attachments?: readonly { readonly name: string }[];
}

interface GraphMessage {
  readonly id: string;
  readonly subject: string;
  readonly isRead: boolean;
  readonly toRecipients: readonly unknown[];
  readonly body?: { readonly content: string };
}

interface GraphAttachments {
  readonly value: readonly {
    readonly '@odata.type': string;
    readonly id: string;
    readonly name: string;
    readonly isInline: boolean;
  }[];
}

const MAY_READ_BODIES: readonly string[] = ['Mail.Read', 'Mail.ReadWrite'];

export const getMessage: Equivalent<GetMessage> = {
  throughServer: async ({ message, timeZone }, call, situation) => {
    const messageId = messageIdOf(message, situation);
    const shown = await call<Shown>({ messageId, timeZone, includeQuoted: true });
    const { id, subject, unread = false, to } = shown.message;
    const attachments = (shown.attachments ?? []).map(({ name }) => name);
    return { id, subject, unread, recipients: to.length, body: shown.untrustedBody ?? '', attachments };
  },
  directly: async (operation, ask, situation) => {
    await zoneFor(operation, ask, situation);
    const path = `/me/messages/${encodeURIComponent(messageIdOf(operation.message, situation))}`;
    const message = await ask<GraphMessage>({ path, prefer: 'outlook.body-content-type="text"' });
    const mayRead = situation.scopes.some((scope) => MAY_READ_BODIES.includes(scope));
    const files = mayRead ? (await ask<GraphAttachments>({ path: `${path}/attachments` })).value : [];
    const { id, subject, isRead, toRecipients, body } = message;
    return {
      id,
      subject,
      unread: !isRead,
      recipients: toRecipients.length,
      body: (body?.content ?? '').replaceAll('\r\n', '\n').trim().slice(0, 8_000),
      attachments: files.filter(isNoPicture).map(({ name }) => name),
    };
  },
};

/** Which files are attached; that their text is right, the tests of mail and of documents say. */
export const getAttachment: Equivalent<GetAttachment> = {
  throughServer: async ({ message }, call, situation) => {
    const args = { messageId: messageIdOf(message, situation) };
    const { attachments } = await call<{ attachments: readonly { id: string; name: string }[] }>(args);
    return attachments.map(({ id, name }) => ({ id, name }));
  },
  directly: async ({ message }, ask, situation) => {
    const path = `/me/messages/${encodeURIComponent(messageIdOf(message, situation))}`;
    const { value } = await ask<GraphAttachments>({ path: `${path}/attachments` });
    return value.filter(isNoPicture).map(({ id, name }) => ({ id, name }));
  },
};

/** Graph calls links to files inline too. */
function isNoPicture(attachment: GraphAttachments['value'][number]): boolean {
  return !attachment.isInline || attachment['@odata.type'] !== '#microsoft.graph.fileAttachment';
}

async function everyPage(call: CallTool, args: object): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Found = await call<Found>({ ...args, cursor });
    ids.push(...page.messages.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ids.sort();
}
