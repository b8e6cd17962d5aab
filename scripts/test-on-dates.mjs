// `npm run test:dates`: the suites that touch time, and the demo, on days on which time is odd. Needs Debian's faketime.
import { spawn, spawnSync } from 'node:child_process';

/** When the clock of a run begins, on the wall of which zone, and what is odd about the day. */
const DATES = [
  ['2026-11-30 08:00', 'UTC', 'a Monday, and a month ends'],
  ['2027-08-15 12:00', 'UTC', 'a Sunday'],
  ['2027-03-28 01:58', 'Europe/Berlin', 'the clocks go forward in Europe, in the run'],
  ['2026-10-25 02:58', 'Europe/Berlin', 'the clocks go back in Europe, in the run'],
  ['2028-02-29 12:00', 'America/New_York', 'a leap day'],
  ['2027-12-31 23:58', 'UTC', 'a Friday, and the year ends in the run'],
];

/** Those that start the tenant, the server or a command with the clock of the system, or ask it for the time. */
const SUITES = [
  ...['test/e2e/(process|tools|faults|people|mail|calendar-changes)', 'test/chat/', 'test/docs/', 'test/use-cases/'],
  ...[
    'test/foundry/foundry',
    'test/foundry-kit/(doctor|connect.spec)',
    'test/policy/server',
    'test/authentication/rotation',
  ],
  ...['test/errors/', 'test/auth/(local-tenant|credential|obo)', 'test/calendar-semantics/(shared|free)'],
  ...['test/contract/calendar', 'test/local-tenant/(local-tenant|token|drives|graph/seed.spec)'],
];
/** Of the attacks those by time, and those that are let in. */
const ATTACKS = ['test/attack', '--testNamePattern', '^(the edges of time|let in)'];
const RUNS = [
  ['scripts/test.mjs', '--deep', '--silent', ...SUITES],
  ['scripts/test.mjs', '--silent', ...ATTACKS],
  ['scripts/demo.mjs'],
];

/** A run that takes longer is stuck. */
const LIMIT_MS = 8 * 60_000;

if (spawnSync('faketime', ['--version']).error) {
  process.stderr.write('There is no faketime: install it (Debian: apt-get install faketime).\n');
  process.exit(1);
}

const asked = process.argv.slice(2);
const failed = [];
for (const [date, zone, why] of DATES.filter(([date]) => asked.length === 0 || asked.includes(date.slice(0, 10)))) {
  process.stdout.write(`\n== ${date} ${zone}: ${why}\n`);
  for (const args of RUNS) if (!(await passesOn(date, zone, args))) failed.push(`${date} ${args[0]} (${why})`);
}
process.stdout.write(failed.length === 0 ? '\nEvery date passed.\n' : `\nFAILED on\n  ${failed.join('\n  ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);

function passesOn(date, zone, args) {
  const env = { ...process.env, TZ: zone };
  const run = spawn('faketime', [date, process.execPath, ...args], { stdio: 'inherit', env, detached: true });
  // faketime starts the program as a process of its own, so the group is ended.
  const end = () => process.kill(-run.pid, 'SIGKILL');
  const timer = setTimeout(end, LIMIT_MS);
  const stop = () => (end(), process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  return new Promise((resolve) => {
    run.on('exit', (code) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
      resolve(code === 0);
    });
  });
}
