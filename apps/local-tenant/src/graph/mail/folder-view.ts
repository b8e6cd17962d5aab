import type { Resource } from '../odata/select.js';
import type { MailStore } from './mail-store.js';
import type { MailFolder } from './model.js';

/** What can be selected of a folder. */
export const FOLDER_PROPERTIES = [
  ...['id', 'displayName', 'parentFolderId', 'childFolderCount', 'unreadItemCount', 'totalItemCount'],
  ...['sizeInBytes', 'isHidden'],
];

/** A folder as Graph writes it. */
export function folderResource(mail: MailStore, { id, name, parentId, isHidden }: MailFolder): Resource {
  const inside = mail.messages.filter(({ folderId }) => folderId === id);
  return {
    id,
    displayName: name,
    parentFolderId: parentId,
    childFolderCount: [...mail.folders.values()].filter((folder) => folder.parentId === id).length,
    unreadItemCount: inside.filter(({ fields }) => !fields.isRead).length,
    totalItemCount: inside.length,
    sizeInBytes: inside.length * 4096,
    isHidden,
  };
}
