import { type Behalf, startBehalf } from '../../support/behalf.js';
import { openTogether } from '../../support/keep-open.js';
import { startFrontProxy } from '../../support/front-proxy.js';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { Agent, OUTSIDER, Person, SCOPE } from '../support.js';
import type { Page } from '../browser.js';

/** In every subject and body: nobody but Anna may read it. */
export const SECRET_WORD = 'Kranichflug';

/** What an agent was told when it wanted to send something. */
export interface Asked {
  readonly url: string;
  /** The sealed text of the link. */
  readonly sealed: string;
  readonly messageId: string;
}

/** The server behind HTTPS, three others that share parts of its configuration, and Anna's agent. */
export interface Target {
  readonly tenant: LocalTenant;
  readonly main: Behalf;
  readonly agent: Agent;
  /** Public address of the pages, ending in a slash. */
  readonly pages: string;
  /** Moves the clock of everybody, for one attack. */
  later(minutes: number): void;
  /** Whom the proxy forwards to: `main`, one that denies sending, one with another key, one without approvals. */
  serveBy(server: ServerName): void;
  ask(draft?: object): Promise<Asked>;
  /** How often Graph was asked to send mail and did. */
  sends(): number;
  /** Everything as it was before an attack. */
  restore(): Promise<void>;
}

export type ServerName = 'main' | 'denying' | 'otherKey' | 'off';

const KEY = { SEALING_KEY: 'attacks-attacks-attacks-attacks-1' };

export function startTarget() {
  return openTogether(async (keep): Promise<Target> => {
    let offset = 0;
    let backend: ServerName = 'main';
    const tenant = await keep(startTestTenant({ clock: () => new Date(Date.now() + offset) }));
    const proxy = await keep(startFrontProxy(() => new URL(servers[backend].url).origin));
    const start = (env: Record<string, string>) =>
      keep(startBehalf(tenant, { env: { APPROVALS_URL: proxy.origin, APPROVALS: 'external', ...KEY, ...env } }));
    const main = await start({});
    const servers: Record<ServerName, Behalf> = {
      main,
      denying: await start({ DENIED_TOOLS: 'mail_send_draft' }),
      otherKey: await start({ SEALING_KEY: 'another-another-another-another-1' }),
      off: await start({ APPROVALS: 'off' }),
    };
    const newAgent = async () => new Agent(main, await tenant.token({ user: 'anna', scope: SCOPE, expiresIn: 86_400 }));
    let agent = await newAgent();
    return {
      tenant,
      main,
      get agent() {
        return agent;
      },
      pages: `${proxy.origin}/approvals/`,
      later: (minutes) => void (offset += minutes * 60_000),
      serveBy: (server) => void (backend = server),
      ask: (draft) => ask(agent, draft),
      sends: () => tenant.state.log.entries('graph').filter(isSend).length,
      restore: async () => {
        [offset, backend] = [0, 'main'];
        for (const user of tenant.directory.users) tenant.state.accounts.change(user.id, UNTOUCHED);
        tenant.faults.reset();
        tenant.state.log.reset();
        agent = await newAgent();
      },
    };
  });
}

const UNTOUCHED = { mfaRequired: false, blocked: false, requireClaims: false } as const;

function isSend({ method, path, status }: { method: string; path: string; status: number }): boolean {
  return method === 'POST' && /\/(send|sendMail)$/.test(path) && status < 300;
}

export async function ask(agent: Agent, draft: object = {}): Promise<Asked> {
  const words = { subject: `Subject ${SECRET_WORD}`, body: `Body ${SECRET_WORD}` };
  const messageId = await agent.draftTo(OUTSIDER, { ...words, ...draft });
  const { url = '' } = await agent.refused('mail_send_draft', { messageId });
  return { url, sealed: url.slice(url.lastIndexOf('/') + 1), messageId };
}

export const anna = () => new Person('Anna Berg');
export const ben = () => new Person('Ben Carter');

/** Anna with her page before her, and what she has approved stopped before the callback. */
export async function annaBeforeCallback(target: Target, url: string): Promise<{ person: Person; callback: URL }> {
  const person = anna();
  const page = await person.open(url);
  person.browser.stopsBefore = '/approvals/callback';
  const stopped: Page = await person.approve(page);
  person.browser.stopsBefore = undefined;
  if (!stopped.next) throw new Error(`No way back from Entra:\n${stopped.html}`);
  return { person, callback: stopped.next };
}
