import type { UserContext } from '../call/user-context.js';

/** Which item is meant; without `driveId`, one of the person's own OneDrive, whose top folder is `root`. */
export interface ItemRef {
  readonly driveId?: string;
  readonly itemId: string;
}

/** A file or folder in OneDrive or SharePoint. */
export interface DriveItem {
  /** Absent where only the own OneDrive can be meant. */
  readonly driveId?: string;
  readonly itemId: string;
  readonly name: string;
  /** A notebook of OneNote and other packages are neither file nor folder. */
  readonly kind: 'file' | 'folder' | 'notebook' | 'package' | 'album';
  readonly bytes?: number;
  readonly contentType?: string;
  /** UTC instant. */
  readonly modified?: string;
  readonly modifiedBy?: string;
  readonly parentId?: string;
  /** The folder's path from the top of the drive, `/` for the top itself. */
  readonly folderPath?: string;
  /** How many items a folder holds. */
  readonly children?: number;
  readonly isShared: boolean;
  readonly webUrl?: string;
  /** Which version this is, for changing nothing but that version. */
  readonly version: string;
  /** Of what was reached by a shortcut in another drive: the shortcut itself, which can be moved and deleted alone. */
  readonly shortcut?: ItemRef & { readonly version: string };
}

/** Some of the files and folders that a query finds, and where the next ones begin. */
export interface ItemPage {
  readonly items: readonly DriveItem[];
  /** How many could not be read, and are left out. */
  readonly skipped?: number;
  /** Where the next page begins; opaque, and only for the same question. */
  readonly next?: string;
}

/** How many are wanted, and after which position. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
}

/** What to do where the folder already has an item of the name. */
export type IfExists = 'fail' | 'rename' | 'replace';

/** A file to be written. */
export interface NewFile {
  readonly folder: ItemRef;
  readonly name: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly ifExists: IfExists;
  /** With `replace`: the version that may be replaced. */
  readonly version?: string;
}

/** What is to change of a file or folder: its name, its folder, or both. */
export interface ItemChanges {
  readonly name?: string;
  /** Of the same drive. */
  readonly folderId?: string;
}

/** What somebody may do with a file that is shared with them. */
export type ShareRole = 'view' | 'edit';

/** Who is let into a file, and what they may do there. */
export interface Invitation {
  readonly addresses: readonly string[];
  readonly role: ShareRole;
  readonly message?: string;
}

/** Who can open an item, beside the person. */
export interface ItemAccess {
  /** Mail addresses; undefined for who has none here: groups, guests, links that open to anybody. */
  readonly people: readonly (string | undefined)[];
  /** A link opens it to everybody of the organisation. */
  readonly organization: boolean;
}

/** A link that opens a file. */
export interface SharingLink {
  readonly link: string;
  readonly permissionId?: string;
}

/** What became of an invitation to a file. */
export interface Invited {
  readonly permissionIds: readonly string[];
  /** How many of the people were not let in. */
  readonly refused: number;
}

/**
 * The files that the signed-in person can reach. Every method throws `DomainError` and nothing else. What is in a drive of
 * somebody else needs the scope with `.All`; without it, `access_denied` or `not_found`.
 */
export abstract class FilesPort {
  /**
   * What a folder holds. Needs `Files.Read`.
   * @throws DomainError `not_found`
   */
  abstract listFolder(user: UserContext, folder: ItemRef, page: PageRequest): Promise<ItemPage>;

  /** Files and folders of the own OneDrive by words of name or content. Needs `Files.Read`. */
  abstract search(user: UserContext, text: string, page: PageRequest): Promise<ItemPage>;

  /**
   * Needs `Files.Read`.
   * @throws DomainError `not_found`
   */
  abstract getItem(user: UserContext, item: ItemRef): Promise<DriveItem>;

  /**
   * By the path below a folder. Needs `Files.Read`.
   * @throws DomainError `not_found`, `invalid_arguments` (no path that a file can have)
   */
  abstract getByPath(user: UserContext, folder: ItemRef, path: string): Promise<DriveItem>;

  /**
   * What a sharing link leads to. Needs `Files.ReadWrite`.
   * @throws DomainError `not_found`, `access_denied`
   */
  abstract getByLink(user: UserContext, link: string): Promise<DriveItem>;

  /**
   * The bytes of a file, never more than the limit and never a part of them. Needs `Files.Read`.
   * @throws DomainError `not_found`, `not_allowed` (more than the limit)
   */
  abstract readContent(user: UserContext, item: ItemRef, maxBytes: number): Promise<Uint8Array>;

  /**
   * Whole or not at all. Needs `Files.ReadWrite`.
   * @throws DomainError `not_found` (no such folder), `conflict` (the name is taken, or no longer that version)
   */
  abstract writeFile(user: UserContext, file: NewFile): Promise<DriveItem>;

  /**
   * Needs `Files.ReadWrite`.
   * @throws DomainError `not_found`, `conflict` (the name is taken)
   */
  abstract createFolder(user: UserContext, folder: ItemRef, name: string): Promise<DriveItem>;

  /**
   * Renames and moves, while it is still the version. Needs `Files.ReadWrite`.
   * @throws DomainError `not_found`, `conflict`
   */
  abstract change(user: UserContext, item: ItemRef, changes: ItemChanges, version: string): Promise<DriveItem>;

  /**
   * Into the recycle bin, while it is still the version. Needs `Files.ReadWrite`.
   * @throws DomainError `not_found`, `conflict`
   */
  abstract delete(user: UserContext, item: ItemRef, version: string): Promise<void>;

  /** A link that opens the item to everybody of the organisation and nobody else. Needs `Files.ReadWrite`. */
  abstract shareWithOrganization(user: UserContext, item: ItemRef, role: ShareRole): Promise<SharingLink>;

  /** Lets people in who sign in with these addresses, and tells them by mail. Needs `Files.ReadWrite`. */
  abstract invite(user: UserContext, item: ItemRef, invitation: Invitation): Promise<Invited>;

  /**
   * Who can open an item of the own drive, by itself or by a folder around it. Of another drive, Microsoft tells its
   * owner only. Needs `Files.Read`.
   * @throws DomainError `not_found`
   */
  abstract whoCanOpen(user: UserContext, item: ItemRef): Promise<ItemAccess>;

  /** Which drive is the person's own. Needs `Files.Read`. */
  abstract ownDriveId(user: UserContext): Promise<string>;
}
