export { ACCESS, type Operation } from './access.js';
export { createGraph, type Graph, type GraphOptions } from './create-graph.js';
export type { DriveControl } from './files/drive-control.js';
export type { Departure } from './departures.js';
export type { MailboxControl, ReceivedInvitation, ReceivedMail } from './mailbox/mailbox-control.js';
export { graphRoutes } from './graph-routes.js';
