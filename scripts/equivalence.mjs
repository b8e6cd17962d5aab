// `npm run equivalence -- --cases N --seed S`: the server and Graph are asked the same random questions and must agree.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const USAGE = `npm run equivalence -- [options]
  --cases <n>   how many questions; default 2000
  --seed <n>    repeats the questions of that seed; default: others each time
`;

const OPTIONS = { cases: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } };

try {
  const { help, cases = '2000', seed = String(randomInt(2 ** 31)) } = parseArgs({ options: OPTIONS }).values;
  if (help) process.stdout.write(USAGE);
  else run(wholeNumber('--cases', cases, 1), wholeNumber('--seed', seed, 0));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function run(cases, seed) {
  process.stdout.write(`equivalence: ${cases} cases, seed ${seed}\n`);
  const env = { ...process.env, EQUIVALENCE_CASES: String(cases), EQUIVALENCE_SEED: String(seed) };
  const child = spawn(process.execPath, ['scripts/test.mjs', 'test/equivalence'], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    const verdict = code === 0 ? 'agree' : 'do not agree; this seed shows it again';
    process.stdout.write(`equivalence: server and Graph ${verdict} (${cases} cases, seed ${seed})\n`);
    process.exit(code ?? 1);
  });
}

function wholeNumber(name, text, least) {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least && number <= 2 ** 31 - 1) return number;
  throw new Error(`${name} is "${text}": write a whole number, as in ${name} 2000`);
}
