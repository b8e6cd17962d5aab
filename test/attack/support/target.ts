import { type Behalf, startBehalf } from '../../support/behalf.js';
import { type Keep, openTogether } from '../../support/keep-open.js';
import { toolData } from '../../support/mcp.js';
import { DEFAULT_SCOPES, EVERY_TOOLSET } from '../../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { Forge } from './forge.js';
import { HostileServer } from './hostile-server.js';
import { Outgoing } from './outgoing.js';

/** What is attacked, and what an attack may need. */
export interface Target {
  readonly tenant: LocalTenant;
  readonly forge: Forge;
  /** The server as it is deployed by default, TOKEN_MODE=obo. */
  readonly url: string;
  readonly app: Behalf['app'];
  readonly passthroughUrl: string;
  /** A server whose Graph is `hostileGraph`. */
  readonly misledUrl: string;
  readonly hostileGraph: HostileServer;
  /** Where attackers would like tokens to be sent. */
  readonly attackerServer: HostileServer;
  /** What the servers ask of others. */
  readonly outgoing: Outgoing;
  /** Anna's, for everything. */
  readonly good: string;
  /** Anna's, for her profile only. */
  readonly reader: string;
  /** Anna's own token for Graph. */
  readonly graphToken: string;
  /** Id of an invitation Anna has not answered. */
  readonly invitation: string;
  /** Id of a single event that Anna made alone. */
  readonly own: string;
  /** Id of an occurrence of a series. */
  readonly series: string;
  /** Id of a message Anna received, and of one of her drafts. */
  readonly message: string;
  readonly draft: string;
  /** Id of a file of Anna's. */
  readonly file: string;
  close(): unknown;
}

export function startTarget(): Promise<Target> {
  return openTogether(openTarget);
}

async function openTarget(keep: Keep): Promise<Omit<Target, 'close'>> {
  const tenant = await keep(startTestTenant());
  const [hostileGraph, attackerServer] = [
    await keep(new HostileServer().start()),
    await keep(new HostileServer().start()),
  ];
  // The agents' own client is another one here. What waits for an approval would ask nothing of Graph: that has attacks of its own.
  const allowed = [tenant.clients.foundry, tenant.clients.cli].map(({ clientId }) => clientId);
  const start = (env: Readonly<Record<string, string>>) =>
    keep(startBehalf(tenant, { env: { ENTRA_ALLOWED_CLIENT_IDS: allowed.join(','), APPROVALS: 'off', ...env } }));
  const [behalf, passthrough, misled] = await Promise.all([
    start({ TOOLSETS: EVERY_TOOLSET }),
    start({ TOKEN_MODE: 'passthrough' }),
    start({ GRAPH_ORIGIN: hostileGraph.origin, CALL_TIMEOUT_MS: '1500' }),
  ]);
  const outgoing = await keep(new Outgoing([behalf.url, passthrough.url, misled.url]));
  const good = await tenant.token({ user: 'anna', scope: `${DEFAULT_SCOPES} User.ReadBasic.All Place.Read.All` });
  const events = await eventsOf(behalf.url, good);
  return {
    tenant,
    forge: new Forge(tenant),
    url: behalf.url,
    app: behalf.app,
    passthroughUrl: passthrough.url,
    misledUrl: misled.url,
    hostileGraph,
    attackerServer,
    outgoing,
    good,
    reader: await tenant.token({ user: 'anna', scope: 'User.Read' }),
    graphToken: await tenant.token({
      user: 'anna',
      audience: 'graph',
      scope: `${DEFAULT_SCOPES} User.ReadBasic.All Place.Read.All`,
    }),
    invitation: idOf(events, ({ response }) => response === 'notResponded'),
    own: idOf(events, ({ kind, organizer }) => kind === undefined && organizer === undefined),
    series: idOf(events, ({ kind }) => kind === 'occurrence'),
    message: await messageIn(behalf.url, good, 'inbox'),
    draft: await messageIn(behalf.url, good, 'drafts'),
    file: await fileIn(behalf.url, good),
  };
}

async function messageIn(url: string, token: string, folder: string): Promise<string> {
  const { messages } = await toolData<{ messages: { id: string }[] }>(url, token, 'mail_search', { folder, limit: 1 });
  const [message] = messages;
  if (!message) throw new Error(`Anna has no message in ${folder}.`);
  return message.id;
}

async function fileIn(url: string, token: string): Promise<string> {
  const { items } = await toolData<{ items: { itemId: string; kind: string }[] }>(url, token, 'files_list_folder', {});
  const file = items.find(({ kind }) => kind === 'file');
  if (!file) throw new Error('Anna has no file.');
  return file.itemId;
}

interface Listed {
  readonly id: string;
  readonly kind?: string;
  readonly organizer?: string;
  readonly response?: string;
}

/** From a week ago on, since the next Mondays of the seeded series are moved and removed. */
async function eventsOf(url: string, token: string): Promise<readonly Listed[]> {
  const [from, to] = [-7, 14].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const range = { from, to, timeZone: 'UTC' };
  return (await toolData<{ events: Listed[] }>(url, token, 'calendar_list_events', range)).events;
}

function idOf(events: readonly Listed[], isMeant: (event: Listed) => boolean): string {
  const event = events.find(isMeant);
  if (!event) throw new Error('Anna has no such event.');
  return event.id;
}
