import { type RequestHandler, Router } from 'express';
import type { RequestLog, TenantUser } from '../directory/types.js';
import { addressByPath } from './files/address-by-path.js';
import { DriveControl } from './files/drive-control.js';
import { oneSpelling } from './odata/spellings.js';
import { addressBySearch } from './files/search/address-by-search.js';
import { Transfers } from './files/transfers.js';
import { graphRoutes } from './graph-routes.js';
import { type Management, registrationRoutes, unconnected } from './registrations/registration.routes.js';
import type { VerifyToken } from './http/authenticate.js';
import { serve } from './http/serve.js';
import { traceRequests } from './http/trace.js';
import { MailboxControl } from './mailbox/mailbox-control.js';
import { Mailboxes } from './mailbox/mailboxes.js';
import { seedMailbox } from './seed/seed-mailbox.js';

/** What a local Microsoft Graph needs to know. */
export interface GraphOptions {
  /** Where it is reached, as `https://localhost:7444`; links in answers start with it. */
  readonly origin: string;
  readonly verify: VerifyToken;
  /** Read anew at each request: users may come later. */
  readonly users: readonly TenantUser[];
  readonly clock: () => Date;
  readonly log: RequestLog;
  /** App registrations. Default: some of its own. */
  readonly management?: Management;
  /** Sees every request first. */
  readonly observe?: RequestHandler;
}

/** A Microsoft Graph v1.0 in memory. */
export interface Graph {
  readonly router: Router;
  readonly drives: DriveControl;
  readonly mailboxes: MailboxControl;
  /** Back to the seed, counted from the clock's today. */
  reset(): void;
  /** Takes away what lies in temporary files. */
  close(): void;
}

/** Graph's mailboxes and drives of the users, seeded, below `/v1.0`. */
export function createGraph(options: GraphOptions): Graph {
  const { origin, verify, users, clock, log, management = unconnected() } = options;
  const mailboxes = new Mailboxes(users, clock, seedMailbox);
  const transfers = new Transfers(clock);
  const router = Router();
  if (options.observe) router.use(options.observe);
  router.use(traceRequests(log, clock));
  transfers.mount(router);
  router.use(oneSpelling, addressByPath, addressBySearch);
  const routes = [...graphRoutes(mailboxes, transfers), ...registrationRoutes(management, clock)];
  serve(router, routes, { origin, verify, users, receive: transfers.receive });
  const close = () => transfers.reset();
  const reset = () => {
    mailboxes.reset();
    transfers.reset();
  };
  return { router, drives: new DriveControl(mailboxes), mailboxes: new MailboxControl(mailboxes), reset, close };
}
