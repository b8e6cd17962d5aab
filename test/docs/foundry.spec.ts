import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECT_USAGE } from '../../apps/foundry-kit/src/connect/connect-options.js';
import { DOCTOR_USAGE } from '../../apps/foundry-kit/src/doctor/doctor.command.js';
import { PLAN_USAGE, planCommand } from '../../apps/foundry-kit/src/plan/plan.command.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { assertCurrent } from './generated.js';
import { shellBlocks } from './support/command-line.js';
import { Walk } from './support/walk.js';
import { keptOpen } from '../support/keep-open.js';

const FILE = 'docs/foundry.md';
const DOCUMENT = readFileSync(FILE, 'utf8');
const BLOCKS = shellBlocks(DOCUMENT);
const [PLAN, REGISTER, CONNECT, AGENT, CHAT, DOCTOR] = BLOCKS.filter(({ isMarked }) => !isMarked);

let tenant: LocalTenant;
let behalf: Behalf;
let proxy: FrontProxy;
let walk: Walk;
const folder = mkdtempSync(join(tmpdir(), 'walk-'));
const printed: Record<string, string> = {};

/** What the document writes in angle brackets, as it is here. */
let known: Record<string, string> = {
  'subscription id': '00000000-1111-4222-8333-444444444444',
  group: 'group',
  account: 'account',
  project: 'project',
  model: 'model',
};

const keep = keptOpen();
beforeAll(async () => {
  await keep({ close: () => rmSync(folder, { recursive: true }) });
  tenant = await keep(startTestTenant());
  proxy = await keep(startFrontProxy(() => new URL(behalf.url).origin));
  walk = new Walk(tenant, folder);
});

const filled = (text: string) => text.replace(/<([a-z ]+)>/g, (all, name: string) => known[name] ?? all);

async function run(block: (typeof BLOCKS)[number] | undefined): Promise<readonly string[]> {
  const outputs: string[] = [];
  for (const command of block?.commands ?? []) outputs.push(await walk.run(filled(command)));
  return outputs;
}

/** The output of a run with the document's own names. */
function asWritten(text: string): string {
  const named = Object.entries({ ...known, 'redirect url': redirectUrl(), host: new URL(proxy.origin).host });
  return named.reduce((all, [name, value]) => (value.length < 9 ? all : all.replaceAll(value, `<${name}>`)), text);
}

function redirectUrl(): string {
  return clients()[1]?.web.redirectUris[0] ?? '';
}

/** What was registered in the tenant that was empty. */
const clients = () => tenant.directory.registrations.list(tenant.directory.user('otto')?.tenantId);

/** Behalf, where the document has it: behind https, with the variables of `.env`. */
async function host(variables: Readonly<Record<string, string>>): Promise<void> {
  const [api] = clients();
  const { secretText } = tenant.directory.registrations.addPassword(api!, 'stands for the identity', new Date());
  behalf = await keep(startBehalf(tenant, { env: { ...variables, ENTRA_CLIENT_SECRET: secretText } }));
}

describe('docs/foundry.md, from the first command to the first answer', () => {
  it('plans', async () => {
    const [plan] = await run(PLAN);
    expect(plan).toContain('1. App registration "Behalf" (the API)');
    printed.plan = planCommand([], {});
  });

  it('makes the registrations in a tenant that has none, after telling what it would do', async () => {
    const [told, done = ''] = await run(REGISTER);
    expect(told).toContain('nothing was changed');
    const [api, client] = clients();
    const tenantId = api?.tenantId ?? '';
    known = {
      ...known,
      'behalf client id': api!.appId,
      'foundry client id': client!.appId,
      'tenant id': tenantId,
      host: new URL(proxy.origin).host,
    };
    printed.registrations = asWritten(
      done.replace(/[\s\S]*(?=The server is started)/, '').replace(/\n\n[\s\S]*/, '\n'),
    );
    expect(done).toContain('App registration "Behalf" is made');
  });

  it('makes the connection for the server that runs', async () => {
    const [, variables = ''] = /```ini\n([\s\S]*?)```/.exec(DOCUMENT) ?? [];
    const env = Object.fromEntries(
      filled(variables)
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    await host(env);
    walk.set(env);
    const [told, done = ''] = await run(CONNECT);
    expect(told).toContain('Connection "behalf" is made');
    printed.connect = asWritten(done).replace(/\n\n[\s\S]*/, '\n');
    const [, again] = await run(CONNECT);
    expect(again).toContain('Everything is as the plan wants it: nothing was changed.');
  });

  it('makes the agent, and the person gets an answer from their own mailbox after consenting', async () => {
    await run(AGENT);
    const [talk = ''] = await run(CHAT);
    expect(talk).toContain('Otto Falk');
    const answer = talk.slice(talk.indexOf('From get_my_context')).trim();
    printed.answer = `${answer.replace(/\d{4}-\d\d-\d\dT\S+/g, '<now>')}\n`;
  });

  it('finds nothing wrong', async () => {
    const [found] = await run(DOCTOR);
    expect(found).not.toContain('ERROR');
  });

  it('has what was printed (UPDATE_DOCS=1 writes it)', () => {
    const written = withPrinted(DOCUMENT, printed);
    assertCurrent(FILE, written);
  });
});

describe('docs/entra-setup.md, the same by hand', () => {
  const file = 'docs/entra-setup.md';
  const document = readFileSync(file, 'utf8');

  it('has what the plan says of Entra (UPDATE_DOCS=1 writes it)', () => {
    const [plan = ''] = planCommand([], {}).split(/\n(?=4\. )/);
    assertCurrent(file, withPrinted(document, { plan }));
  });

  it('has no command but those that were run above', () => {
    const ran = BLOCKS.filter(({ isMarked }) => !isMarked).flatMap(({ commands }) => commands);
    const commands = shellBlocks(document).flatMap((block) => block.commands);
    expect(commands.filter((command) => !ran.includes(command))).toEqual([]);
  });
});

describe('the rest of docs/foundry.md', () => {
  it('marks every block that was not run, and no other', () => {
    const ran = [PLAN, REGISTER, CONNECT, AGENT, CHAT, DOCTOR];
    expect(BLOCKS.filter(({ isMarked }) => !isMarked)).toEqual(ran);
    const marked = BLOCKS.filter(({ isMarked }) => isMarked).flatMap(({ commands }) => commands);
    expect(marked.filter((command) => !/^(az|azd) /.test(command))).toEqual([]);
  });

  it('names options that exist', () => {
    const kit = [...DOCUMENT.matchAll(/npm run -s foundry -- ([^\n`]*)/g)].map(([, line = '']) => line).join(' ');
    const prose = [...DOCUMENT.matchAll(/`(--[a-z-]+)[^`]*`/g)].map(([, option = '']) => option).join(' ');
    const named = `${kit} ${prose}`.match(/--[a-z-]+/g) ?? [];
    const usage = `${PLAN_USAGE}${CONNECT_USAGE}${DOCTOR_USAGE}`;
    expect([...new Set(named)].filter((option) => !usage.includes(option))).toEqual([]);
  });

  it('names findings that the doctor has', () => {
    const checks = readdirSync('apps/foundry-kit/src/doctor/checks');
    const sources = checks.map((file) => readFileSync(`apps/foundry-kit/src/doctor/checks/${file}`, 'utf8')).join('\n');
    const rows = DOCUMENT.slice(DOCUMENT.indexOf('| what one sees'));
    const named = [...rows.matchAll(/`([a-z]+_[a-z_]+|slow|redirected|certificate)`/g)].map(([, code = '']) => code);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});

/** A document with the outputs in their places. */
function withPrinted(document: string, outputs: Readonly<Record<string, string>>): string {
  const place = /(<!-- (plan|registrations|connect|answer):begin[^>]*-->\n)[\s\S]*?(<!-- \2:end -->)/g;
  return document.replace(
    place,
    (_all, begin: string, name: string, end: string) => `${begin}\n\`\`\`text\n${outputs[name]}\`\`\`\n\n${end}`,
  );
}
