import { endWith } from './lifecycle/not-started.js';
import { logsJson, writeJsonOnly } from './logging/process-log.js';

const asJson = logsJson(process.env);
if (asJson) writeJsonOnly();

try {
  // Loaded after the log was prepared: what is imported may already have something to say.
  const { startBehalf } = await import('./start.js');
  await startBehalf(process.env);
} catch (error) {
  endWith(error, asJson);
}
