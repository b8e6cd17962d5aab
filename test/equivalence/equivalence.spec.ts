import { TOOLS } from '@app/domain';
import fc from 'fast-check';
import { Output } from '../support/output.js';
import { anyCase, type Case } from './cases/index.js';
import { DECLARED_DIFFERENCES } from './declared-differences.js';
import { PEOPLE, type Person } from './directory.js';
import { EQUIVALENTS, WRITES } from './operations/index.js';
import { type Outcomes, put } from './put.js';
import { stateOf } from './state.js';
import { startFixtures, type Fixtures } from './fixtures.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

const CASES = Number(process.env['EQUIVALENCE_CASES'] ?? (DEEP ? 2_000 : 30));
const SEED = Number(process.env['EQUIVALENCE_SEED'] ?? 20_261_123);

const WRITES_PER_STORY = 20;

let worlds: Fixtures;
/** Allowed ones since both worlds began. */
let writes = 0;
/** `tool verdict` and names of differences, as they were met. */
const met = new Set<string>();

const keep = keptOpen();
beforeAll(async () => {
  await keep(new Output());
  worlds = await keep(startFixtures());
});

it(
  `${CASES} questions are answered through the server as Graph answers the person itself`,
  async () => {
    await fc.assert(fc.asyncProperty(anyCase, assertEquivalent), { numRuns: CASES, seed: SEED });
  },
  60_000 + CASES * 100,
);

// Fewer questions need not meet everything.
if (CASES >= 1_000) {
  describe('among them', () => {
    it('every tool was asked', () => {
      expect(TOOLS.filter(({ name }) => ![...met].some((one) => one.startsWith(`${name} `)))).toEqual([]);
    });

    it.each(TOOLS.map(({ name }) => name))('%s was allowed, and was refused for lack of a scope', (tool) => {
      expect([...met]).toEqual(expect.arrayContaining([`${tool} allowed`, `${tool} scope`]));
    });

    it.each(DECLARED_DIFFERENCES)('it was met that $name: $why', ({ name }) => {
      expect([...met]).toContain(name);
    });
  });
}

/** Writes go on top of each other for a while; after anything that set the worlds apart, both begin again. */
async function assertEquivalent(question: Case): Promise<void> {
  if (writes >= WRITES_PER_STORY) startAgain();
  try {
    await assertAgree(question, await put(worlds, question));
  } catch (error) {
    startAgain();
    throw error;
  }
}

function startAgain(): void {
  worlds.reset();
  writes = 0;
}

async function assertAgree(question: Case, { served, direct }: Outcomes): Promise<void> {
  const { tool } = question.operation;
  met.add(`${tool} ${served.verdict}`);
  const difference = DECLARED_DIFFERENCES.find(({ applies }) => applies(question, direct));
  if (difference) {
    met.add(difference.name);
    expect(served).toEqual({ verdict: difference.served });
    if (WRITES.includes(tool) && direct.verdict === 'allowed') startAgain();
    return;
  }
  expect(served.verdict).toBe(direct.verdict);
  if (served.verdict !== 'allowed' || direct.verdict !== 'allowed') return expect(served).toEqual(direct);
  const { assertAgree: agree = (one, other) => expect(one).toEqual(other) } = EQUIVALENTS[tool];
  agree(served.data, direct.data);
  if (!WRITES.includes(tool)) return;
  writes++;
  await Promise.all(touchedBy(question).map(assertSame));
}

/** Whom these reach, only the event or message knows. */
const TOUCHING_ALL: readonly string[] = [
  'mail_send_draft',
  'calendar_update_event',
  'calendar_cancel_event',
  'files_share',
];

/** Whose calendars an operation may change. */
function touchedBy({ person, operation }: Case): readonly Person[] {
  if (operation.tool === 'calendar_create_event') return [...new Set([person, ...operation.attendees])];
  if (TOUCHING_ALL.includes(operation.tool)) return PEOPLE;
  if (operation.tool !== 'calendar_respond') return [person];
  const organizers = worlds.directory[person].invitations.map(({ organizer }) => organizer);
  return [person, ...PEOPLE.filter((other) => organizers.includes(worlds.directory[other].mail))];
}

async function assertSame(person: Person): Promise<void> {
  const [served, direct] = await Promise.all([stateOf(worlds.served, person), stateOf(worlds.direct, person)]);
  expect(served).toEqual(direct);
}
