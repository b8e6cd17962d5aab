export type Role = 'read' | 'write';

/** An address that opens an item to everybody of the organisation, or to those it is for. */
export interface PermissionLink {
  readonly type: 'view' | 'edit';
  readonly scope: 'organization' | 'users';
  readonly webUrl: string;
}

/** Who else may do what with an item and all that is in it. */
export interface ItemPermission {
  readonly id: string;
  readonly itemId: string;
  readonly role: Role;
  readonly link?: PermissionLink;
  /** Object ids of who has it by now. */
  readonly grantees: readonly string[];
  /** Whom it was offered to, of an invitation. */
  readonly invited?: { readonly email: string; readonly signInRequired: boolean };
  /** When it ends, as an ISO time. */
  readonly until?: string;
}
