import { existsSync } from 'node:fs';
import { PLAN_USAGE, planCommand } from './plan/plan.command.js';
import { UsageError } from './usage-error.js';

const [command = 'help', ...args] = process.argv.slice(2);

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.stdout.write(run());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exitCode = 1;
}

function run(): string {
  if (command === 'help' || command === '--help' || args.includes('--help')) return PLAN_USAGE;
  if (command === 'plan') return planCommand(args, process.env);
  throw new UsageError(`"${command}" is no command of this kit.\n\n${PLAN_USAGE}`);
}
