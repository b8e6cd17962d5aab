import type { GraphAccess } from './http/graph-access.js';
import type { MailboxSeed } from './memory/mailbox-seed.js';

/** How the ports are served: by Microsoft Graph, or from memory for a first look without a tenant. */
export interface GraphConfig extends GraphAccess {
  readonly mode: 'graph' | 'memory';
  /** Mailboxes that memory mode starts with; a person not among them gets an empty one. */
  readonly mailboxes?: readonly MailboxSeed[];
}
