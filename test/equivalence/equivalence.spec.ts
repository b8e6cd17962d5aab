import fc from 'fast-check';
import { Output } from '../attack/support/output.js';
import { anyCase, type Case } from './cases.js';
import { DECLARED_DIFFERENCES } from './declared-differences.js';
import { PEOPLE, type Person } from './directory.js';
import { EQUIVALENTS, WRITES } from './operations/index.js';
import { type Outcomes, put, stateOf } from './put.js';
import { startWorlds, type Worlds } from './worlds.js';

const CASES = Number(process.env['EQUIVALENCE_CASES'] ?? 2_000);
const SEED = Number(process.env['EQUIVALENCE_SEED'] ?? 20_261_123);

let output: Output;
let worlds: Worlds;
/** `tool verdict` and names of differences, as they were met. */
const met = new Set<string>();

beforeAll(async () => {
  output = new Output();
  worlds = await startWorlds();
});
afterAll(async () => {
  await worlds.close();
  output.restore();
});

it(
  `${CASES} questions are answered through the server as Graph answers the person itself`,
  async () => {
    await fc.assert(fc.asyncProperty(anyCase, mustBeEquivalent), { numRuns: CASES, seed: SEED });
  },
  60_000 + CASES * 100,
);

it.each(Object.keys(EQUIVALENTS))('%s was allowed, and was refused for lack of a scope', (tool) => {
  expect([...met]).toEqual(expect.arrayContaining([`${tool} allowed`, `${tool} scope`]));
});

it.each(DECLARED_DIFFERENCES)('it was met that $name: $why', ({ name }) => {
  expect([...met]).toContain(name);
});

async function mustBeEquivalent(question: Case): Promise<void> {
  const outcomes = await put(worlds, question);
  try {
    await mustAgree(question, outcomes);
  } finally {
    if (WRITES.includes(question.operation.tool)) worlds.reset();
  }
}

async function mustAgree(question: Case, { served, direct }: Outcomes): Promise<void> {
  const { tool } = question.operation;
  met.add(`${tool} ${served.verdict}`);
  const difference = DECLARED_DIFFERENCES.find(({ applies }) => applies(question, direct));
  if (difference) {
    met.add(difference.name);
    return expect(served).toEqual({ verdict: difference.served });
  }
  expect(served.verdict).toBe(direct.verdict);
  if (served.verdict !== 'allowed' || direct.verdict !== 'allowed') return expect(served).toEqual(direct);
  const { mustAgree: agree = (one, other) => expect(one).toEqual(other) } = EQUIVALENTS[tool];
  agree(served.data, direct.data);
  if (WRITES.includes(tool)) for (const person of touchedBy(question)) await mustHaveTheSame(person);
}

/** Whose calendars an operation may change. */
function touchedBy({ person, operation }: Case): readonly Person[] {
  if (operation.tool === 'calendar_create_event') return [...new Set([person, ...operation.attendees])];
  const organizers = worlds.directory[person].invitations.map(({ organizer }) => organizer);
  return [person, ...PEOPLE.filter((other) => organizers.includes(worlds.directory[other].mail))];
}

async function mustHaveTheSame(person: Person): Promise<void> {
  const [served, direct] = await Promise.all([stateOf(worlds.served, person), stateOf(worlds.direct, person)]);
  expect(served).toEqual(direct);
}
