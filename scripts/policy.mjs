// `npm run policy`: the policy of the environment it is started in as a table; `explain` and `simulate`: `--help`.
import { existsSync } from 'node:fs';
import { ensureBuilt } from './built.mjs';

const COMMAND = '../dist/mcp-api/apps/mcp-api/src/policy/policy-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await ensureBuilt(['mcp-api']);
  const { policyCommand } = await import(COMMAND);
  process.stdout.write(await policyCommand(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
