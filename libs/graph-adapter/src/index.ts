export { GraphCalendar } from './calendar/graph-calendar.adapter.js';
export type { GraphConfig } from './graph.config.js';
export { GraphAdapterModule } from './graph-adapter.module.js';
export { GraphClientFactory } from './http/graph-client.factory.js';
export { InMemoryCalendar } from './memory/in-memory-calendar.adapter.js';
export { InMemoryProfile } from './memory/in-memory-profile.adapter.js';
export type { MailboxOwner, MailboxSeed } from './memory/mailbox-seed.js';
export { Mailboxes, type OwnerOf } from './memory/mailboxes.js';
export { GraphProfile } from './profile/graph-profile.adapter.js';
