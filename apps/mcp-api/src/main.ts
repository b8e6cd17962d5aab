import { jsonLine } from './logging/json-lines.js';
import { logsJson, writeJsonOnly } from './logging/process-log.js';

const asJson = logsJson(process.env);
if (asJson) writeJsonOnly();

try {
  // Loaded after the log was prepared: what is imported may already have something to say.
  const { start } = await import('./start.js');
  await start(process.env);
} catch (error) {
  const why = whyNotStarted(error);
  process.stderr.write(asJson ? jsonLine('fatal', why) : `${why}\n`);
  process.exit(1);
}

function whyNotStarted(error: unknown): string {
  const { name, code, port, message } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (name === 'ConfigError') return message;
  if (code === 'EADDRINUSE') return `Port ${port} is taken: set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this process: set PORT to another one, above 1023.`;
  return `The server could not start: ${error instanceof Error ? message : String(error)}`;
}
