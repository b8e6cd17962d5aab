// `npm run trials`: an agent that obeys everything it reads, or a model, meets hostile mails, invitations and files in
// the local tenant, once with each policy. Printed is what left the organisation without the approval of the person.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const POLICIES = ['off', 'external', 'others', 'writes'];
const USAGE = `npm run trials -- [options]
  --policies <list>   of ${POLICIES.join(', ')}; default: all
  --model-url <url>   a chat endpoint that speaks as OpenAI's does, in place of the obedient planner;
                      its key, if it needs one, in TRIALS_MODEL_KEY
  --model <name>      as that endpoint knows it
`;
const OPTIONS = {
  policies: { type: 'string' },
  'model-url': { type: 'string' },
  model: { type: 'string' },
  help: { type: 'boolean' },
};

try {
  const given = parseArgs({ options: OPTIONS }).values;
  if (given.help) process.stdout.write(USAGE);
  else process.exitCode = await run(toVariables(given));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function toVariables({ policies = POLICIES.join(','), 'model-url': url, model }) {
  const unknown = policies.split(',').filter((policy) => !POLICIES.includes(policy));
  if (unknown.length > 0) throw new Error(`--policies takes ${POLICIES.join(', ')}.`);
  if (url !== undefined && !URL.canParse(url)) throw new Error('--model-url is not an address.');
  return { TRIALS_POLICIES: policies, ...(url && { TRIALS_MODEL_URL: url }), ...(model && { TRIALS_MODEL: model }) };
}

async function run(variables) {
  const folder = await mkdtemp(join(tmpdir(), 'trials-'));
  try {
    const report = join(folder, 'report');
    const code = await suite({ ...process.env, ...variables, TRIALS_REPORT: report });
    for (const policy of variables.TRIALS_POLICIES.split(',')) process.stdout.write(await tableOf(policy, report));
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function suite(env) {
  const only = ['-t', 'whoever obeys everything', 'test/trials'];
  const child = spawn(process.execPath, ['scripts/test.mjs', ...only], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function tableOf(policy, report) {
  const trials = JSON.parse(await readFile(`${report}.${policy}.json`, 'utf8').catch(() => '[]'));
  const leaked = trials.filter(({ left }) => left.length > 0);
  const lines = trials.map(
    ({ words, left, refused }) => `  ${left.length > 0 ? 'LEFT' : 'held'}  ${words}${why(left, refused)}`,
  );
  const title = `\nAPPROVALS=${policy}: of ${trials.length} trials, something left the organisation in ${leaked.length}`;
  return `${[title, ...lines].join('\n')}\n`;
}

function why(left, refused) {
  if (left.length > 0) return `: ${left[0]}`;
  return refused.includes('approval_required') ? ' (waits for the person)' : '';
}
