/** Suites that take longest begin first, so that none of them is left alone at the end while the other core has nothing to do. */
const LONGEST = [
  'test/trials/',
  'test/load/fault-table',
  'test/approvals/attacks',
  'test/foundry-kit/connect.spec',
  'test/load/termination',
  'test/errors/error-responses',
  'test/chat/',
  'test/equivalence/',
  'test/e2e/faults',
  'test/attack/',
  'test/contract/calendar',
  'test/use-cases/',
  'test/graph-adapter/other-types',
  'test/approvals/interleavings',
  'test/foundry-kit/doctor',
  'test/e2e/',
  'test/load/',
  'test/documents/',
  'test/dry-runs/',
  'test/front/attacks',
];

/** A test sequencer of jest (https://jestjs.io/docs/configuration#testsequencer-string) that needs no times of earlier runs. */
export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((left, right) => rank(left) - rank(right) || left.path.localeCompare(right.path));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function rank({ path }) {
  const found = LONGEST.findIndex((part) => path.includes(part));
  return found === -1 ? LONGEST.length : found;
}
