import { jsonLine } from '../logging/json-lines.js';

/** Writes one line that says why the server could not start, and ends the process with code 1. */
export function endWith(error: unknown, asJson: boolean): never {
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
