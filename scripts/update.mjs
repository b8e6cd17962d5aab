// `npm run update`: writes anew all that follows from the tools (snapshots of what a model is shown, tables in README.md and
// docs), and says which files changed. Look at the changes: they are what a model and an operator will see.
import { spawnSync } from 'node:child_process';

const PAGES = ['README.md', 'docs'];

const before = changed();
run('node', ['scripts/test.mjs', '-u', 'test/catalog', 'test/docs', 'test/use-cases'], {
  ...process.env,
  UPDATE_DOCS: '1',
});
run('npx', ['prettier', '--write', '--log-level=warn', ...PAGES], process.env);
const after = changed().filter((line) => !before.includes(line));
process.stdout.write(after.length > 0 ? `Changed:\n${after.join('\n')}\n` : 'Everything was up to date.\n');

function run(program, args, env) {
  const { status } = spawnSync(program, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

function changed() {
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}
