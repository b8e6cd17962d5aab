import type { Message, MessageChanges } from '../../ports/mail.port.js';
import type { UndoCall } from '../../tool/undo.js';

/** What the messages were, told to `mail_organize`: one call for all that were alike. */
export function undoCalls(before: readonly Message[], changes: MessageChanges): readonly UndoCall[] {
  const groups = new Map<string, { readonly was: object; readonly ids: string[] }>();
  for (const message of before) {
    const was = valuesOf(message, changes);
    const key = JSON.stringify(was);
    const group = groups.get(key) ?? { was, ids: [] };
    group.ids.push(message.id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ was, ids }) => ({
    tool: 'mail_organize',
    arguments: { messageIds: ids, ...was },
  }));
}

function valuesOf(message: Message, changes: MessageChanges): object {
  return {
    ...(changes.isRead !== undefined && { read: message.isRead }),
    ...(changes.flag !== undefined && { flag: message.flag }),
    ...(changes.categories !== undefined && { categories: message.categories }),
    ...(changes.moveTo !== undefined && { moveTo: message.folderId }),
  };
}
