import fc from 'fast-check';
import type { Person } from '../directory.js';
import { optional, person, type Reference, reference, text, timeZone, type WithZone } from './arbitraries.js';

export interface ListFolders {
  readonly tool: 'mail_list_folders';
  readonly parent?: Reference;
}

export interface SearchMail {
  readonly tool: 'mail_search';
  readonly folder?: Reference;
  readonly unread?: boolean;
  readonly limit: number;
}

export interface GetMessage extends WithZone {
  readonly tool: 'mail_get_message';
  readonly message: Reference;
}

export interface GetAttachment {
  readonly tool: 'mail_get_attachment';
  readonly message: Reference;
}

export interface CreateDraft {
  readonly tool: 'mail_create_draft';
  /** Absent: a new message. */
  readonly answered?: { readonly mode: 'reply' | 'replyAll' | 'forward'; readonly message: Reference };
  readonly subject: string;
  readonly to: readonly Person[];
}

export interface UpdateDraft {
  readonly tool: 'mail_update_draft';
  readonly message: Reference;
  readonly subject: string;
  readonly to: readonly Person[];
}

export interface SendDraft {
  readonly tool: 'mail_send_draft';
  readonly message: Reference;
}

export interface OrganizeMail {
  readonly tool: 'mail_organize';
  readonly message: Reference;
  readonly read: boolean;
  readonly moveTo?: Reference;
}

export type MailOperation =
  ListFolders | SearchMail | GetMessage | GetAttachment | CreateDraft | UpdateDraft | SendDraft | OrganizeMail;

const folder = optional(reference('own', 'own', 'own', 'foreign', 'missing', 'malformed'));
const message = reference('own', 'own', 'draft', 'foreign', 'missing', 'malformed');
const draft = reference('draft', 'draft', 'draft', 'own', 'foreign', 'missing', 'malformed');
const to = fc.uniqueArray(person, { maxLength: 2 });

export const anyMailOperation: fc.Arbitrary<MailOperation> = fc.oneof(
  fc.record({ tool: fc.constant('mail_list_folders' as const), parent: folder }),
  fc.record({
    tool: fc.constant('mail_search' as const),
    folder,
    unread: optional(fc.boolean()),
    limit: fc.integer({ min: 5, max: 50 }),
  }),
  fc.record({ tool: fc.constant('mail_get_message' as const), message, timeZone }),
  fc.record({ tool: fc.constant('mail_get_attachment' as const), message }),
  fc.record({
    tool: fc.constant('mail_create_draft' as const),
    answered: optional(fc.record({ mode: fc.constantFrom('reply', 'replyAll', 'forward'), message })),
    subject: text,
    to,
  }),
  fc.record({ tool: fc.constant('mail_update_draft' as const), message: draft, subject: text, to }),
  fc.record({ tool: fc.constant('mail_send_draft' as const), message: draft }),
  fc.record({ tool: fc.constant('mail_organize' as const), message, read: fc.boolean(), moveTo: folder }),
);
