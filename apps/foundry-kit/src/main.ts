import { existsSync } from 'node:fs';
import { ConfigError } from '@app/config';
import { CONNECT_USAGE } from './connect/connect-options.js';
import { connectCommand } from './connect/connect.command.js';
import { DOCTOR_USAGE, doctorCommand } from './doctor/doctor.command.js';
import { EXTENSION_USAGE, takeExtension } from './extension.js';
import { PLAN_USAGE, planCommand } from './plan/plan.command.js';
import { VERIFY_USAGE, verifyCommand } from './verify/verify.command.js';
import { UsageError } from './usage-error.js';

const USAGE = [
  PLAN_USAGE,
  CONNECT_USAGE,
  DOCTOR_USAGE,
  VERIFY_USAGE,
  `With plan and connect:\n${EXTENSION_USAGE}`,
  'Where Behalf is installed as a package, write npx behalf-foundry in place of npm run -s foundry --.\n',
].join('\n');
const [command = 'help', ...given] = process.argv.slice(2);

// Who cuts the output short (| head) does not cut the work.
process.stdout.on('error', () => undefined);

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.stdout.write(await run());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exitCode = error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
}

async function run(): Promise<string> {
  if (command === 'help' || command === '--help' || given.includes('--help')) return USAGE;
  const { declared, args } = await takeExtension(given);
  if (command === 'plan') return planCommand(args, process.env, declared);
  if (command === 'connect') return connectCommand(args, process.env, {}, declared).then(() => '');
  if (command === 'verify') return verifyCommand(args, process.env);
  if (command !== 'doctor') throw new UsageError(`Unknown command "${command}".\n\n${USAGE}`);
  const { text, healthy } = await doctorCommand(args, process.env);
  if (!healthy) process.exitCode = 1;
  return text;
}
