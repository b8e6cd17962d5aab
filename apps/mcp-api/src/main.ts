import { answerTo } from './command-line.js';
import { endWith } from './lifecycle/not-started.js';
import { logsJson, writeJsonOnly } from './logging/process-log.js';

const answer = answerTo(process.argv.slice(2));
if (answer) {
  process.stdout.write(`${answer.text}\n`);
  process.exit(answer.exitCode);
}

const asJson = logsJson(process.env);
if (asJson) writeJsonOnly();

try {
  // Loaded after the log was prepared: what is imported may already have something to say.
  const { startBehalf } = await import('./start.js');
  await startBehalf(process.env);
} catch (error) {
  endWith(error, asJson);
}
