import { keptOpen } from '../support/keep-open.js';
import { toolData } from '../support/mcp.js';
import { ServerProcess } from '../support/server-process.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const EVENTS = 24;
/** So many answers after its start, each server but the last is killed. */
const ANSWERS = 4;
const SERVERS = 4;
const AT_ONCE = 6;
const SUBJECTS = Array.from({ length: EVENTS }, (_, hour) => `Meeting ${String(hour).padStart(2, '0')}`);

let tenant: LocalTenant;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

/** One server after the other: what is killed is started anew, and clients find the one that runs. */
class Servers {
  readonly #started: ServerProcess[] = [];
  #answers = 0;
  #running: Promise<ServerProcess>;
  /** Calls whose answer never came. */
  lost = 0;

  constructor() {
    this.#running = this.#start();
  }

  async #start(): Promise<ServerProcess> {
    const server = await ServerProcess.ready(tenant, { CALLS_PER_PERSON: '1000000' });
    this.#started.push(server);
    this.#answers = 0;
    return server;
  }

  /** A call again and again until it is answered, as a client does that heard nothing. */
  async call(token: string, name: string, args: object): Promise<Record<string, unknown>> {
    const server = await this.#running;
    try {
      const data = await toolData(server.url, token, name, args);
      this.#killSometimes(server);
      return data;
    } catch (error) {
      if (server.child.exitCode === null && server.child.signalCode === null && !server.child.killed) throw error;
      this.lost += 1;
      return this.call(token, name, args);
    }
  }

  #killSometimes(server: ServerProcess): void {
    this.#answers += 1;
    if (this.#answers !== ANSWERS || this.#started.length === SERVERS) return;
    server.kill();
    this.#running = this.#start();
  }

  close(): void {
    this.#started.forEach((server) => server.kill());
  }
}

it('A server killed while it makes events makes none of them twice when clients ask again', async () => {
  const servers = await keep(new Servers());
  const token = await tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read Calendars.ReadWrite' });
  const left = SUBJECTS.map((subject, hour) => ({
    subject,
    start: `2027-03-03T${String(hour).padStart(2, '0')}:00`,
    end: `2027-03-03T${String(hour).padStart(2, '0')}:30`,
  }));
  const client = async () => {
    for (let args = left.shift(); args; args = left.shift()) await servers.call(token, 'calendar_create_event', args);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const listed = await servers.call(token, 'calendar_list_events', {
    from: '2027-03-03T00:00',
    to: '2027-03-04T00:00',
    limit: 50,
  });
  const subjects = (listed.events as { untrustedSubject?: string; subject?: string }[]).map(
    (event) => event.untrustedSubject ?? event.subject ?? '',
  );
  expect(subjects.filter((subject) => subject.startsWith('Meeting ')).sort()).toEqual(SUBJECTS);
  expect(servers.lost).toBeGreaterThan(0);
});
