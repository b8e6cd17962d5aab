// `npm run policy`: the table tool × scopes × roles × state for the environment it is started in.
import { existsSync } from 'node:fs';
import { ensureBuilt } from './built.mjs';

const POLICY_TABLE = '../dist/mcp-api/apps/mcp-api/src/policy-table.js';

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await ensureBuilt(['mcp-api']);
  const { policyReport } = await import(POLICY_TABLE);
  process.stdout.write(policyReport(process.env));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
