import {
  DEFAULT_POLICY,
  DomainError,
  type Policy,
  type Ports,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserToken,
  UserTokenProvider,
} from '@app/domain';
import { aCaller, someLimits } from '@app/testing';
import { adaptersOn } from '../graph-adapter/adapters.js';
import { DEEP, oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { BarrierGraph, DRAFT_ID, type Update, type Words } from './barrier-graph.js';

const LEAST = DEEP ? 1_000 : 140;
const FEWER = DEEP ? 200 : 140;
/** Requests of a preview and a send, and more than they make. */
const MOMENTS = 16;
const FIRST: Words = { subject: 'Offer', body: 'As agreed.', to: ['partner@elsewhere.example'], bcc: [] };
const INSIDE: Words = { ...FIRST, to: ['ben.carter@fernglas.example'] };
const CHANGES: readonly Partial<Words>[] = [
  { to: ['stranger@evil.example'] },
  { bcc: ['stranger@evil.example'] },
  { subject: 'Other subject' },
  { body: 'Other words.' },
  { to: [] },
  { ...FIRST },
];

class AnyToken extends UserTokenProvider {
  override async tokenFor(): Promise<UserToken> {
    return new UserToken('token');
  }
}

let graph: BarrierGraph;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(BarrierGraph.open());
});

function runnerWith(policy: Partial<Policy>): ToolRunner {
  const ports = adaptersOn(graph.origin) as unknown as Ports;
  return new ToolRunner(new ToolCatalog(TOOLS, { ...DEFAULT_POLICY, ...policy }), new AnyToken(), ports);
}

const call = () => ({
  caller: aCaller({ scopes: ['Mail.Send', 'Mail.ReadWrite', 'User.Read'] }),
  name: 'mail_send_draft',
  arguments: { messageId: DRAFT_ID },
  limits: someLimits(),
});

/** Two changes at every two moments, in turn of every two kinds. */
function schedules(least: number): readonly (readonly Update[])[] {
  const all: Update[][] = [];
  for (let turn = 0; all.length < least; turn++)
    for (let one = 0; one < MOMENTS; one++)
      for (let other = one; other < MOMENTS; other++) {
        const kind = all.length + turn;
        const change = (index: number) => CHANGES[index % CHANGES.length] ?? {};
        all.push([
          { before: one, change: change(kind) },
          { before: other, change: change(Math.floor(kind / CHANGES.length)) },
        ]);
      }
  return all.slice(0, least);
}

interface Told {
  readonly subject: string;
  readonly to?: readonly string[];
  readonly bcc?: readonly string[];
}

/** What the page shows, then what is sent once the person has approved that. */
async function approveAndSend(runner: ToolRunner): Promise<{ shown?: Words; refused?: string }> {
  try {
    const { result, texts, seen } = await runner.preview(call());
    const { subject, to = [], bcc = [] } = result?.data as unknown as Told;
    const shown = { subject, to, bcc, body: texts[0]?.text ?? '' };
    if (!seen) throw new Error('nothing was told of the call');
    return await runner.run(call(), seen).then(
      () => ({ shown }),
      (error: unknown) => ({ shown, refused: codeOf(error) }),
    );
  } catch (error) {
    return { refused: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  throw error;
}

async function runAll(
  updatesOfAll: readonly (readonly Update[])[],
  policy: Partial<Policy>,
  act: (runner: ToolRunner) => ReturnType<typeof approveAndSend>,
  first: Words,
) {
  const runner = runnerWith(policy);
  const trials: { shown?: Words; refused?: string; delivered: readonly Words[]; updates: readonly Update[] }[] = [];
  for (const updates of updatesOfAll) {
    graph.begin(first, updates);
    trials.push({ ...(await act(runner)), delivered: graph.delivered, updates });
  }
  return trials;
}

it(`delivers nothing that was not shown, in ${LEAST} interleavings of a send and changes of its draft`, async () => {
  const trials = await runAll(schedules(LEAST), { approvals: 'external' }, approveAndSend, FIRST);
  for (const { shown, delivered, updates } of trials) {
    expect(delivered.length).toBeLessThanOrEqual(1);
    for (const words of delivered) expect({ updates, words }).toEqual({ updates, words: shown });
  }
  const sent = trials.filter(({ delivered }) => delivered.length === 1).length;
  const conflicts = trials.filter(({ refused }) => refused === 'conflict').length;
  expect(trials.length).toBeGreaterThanOrEqual(LEAST);
  expect([sent >= LEAST / 100, conflicts > LEAST / 5]).toEqual([true, true]);
}, 300_000);

const sendOnly = (runner: ToolRunner) =>
  runner.run(call()).then(
    () => ({}),
    (error: unknown) => ({ refused: codeOf(error) }),
  );

const outsiders = ({ to, bcc }: Words) => [...to, ...bcc].filter((address) => !address.endsWith('@fernglas.example'));

it('reaches nobody beyond RECIPIENT_DOMAINS, without any approval', async () => {
  const policy = { recipientDomains: ['fernglas.example'] };
  const trials = await runAll(oneIn(2, schedules(FEWER)), policy, sendOnly, INSIDE);
  expect(trials.flatMap(({ delivered }) => delivered.flatMap(outsiders))).toEqual([]);
  expect(trials.filter(({ delivered }) => delivered.length === 1).length).toBeGreaterThan(trials.length / 10);
}, 300_000);

it('would deliver what nobody saw if the draft itself were sent', async () => {
  const trials = await runAll(oneIn(2, schedules(FEWER)), {}, sendOnly, INSIDE);
  expect(trials.flatMap(({ delivered }) => delivered.flatMap(outsiders)).length).toBeGreaterThan(trials.length / 10);
}, 300_000);

it('sends a draft once that two calls send at the same moment', async () => {
  const runner = runnerWith({ recipientDomains: ['fernglas.example'] });
  graph.begin(INSIDE, []);
  await Promise.all([sendOnly(runner), sendOnly(runner)]);
  expect(graph.delivered).toHaveLength(1);
});
