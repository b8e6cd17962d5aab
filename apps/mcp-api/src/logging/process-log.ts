import { JsonLines, jsonLine } from './json-lines.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Before the configuration is known to be right: JSON in production, unless LOG_JSON says otherwise. */
export function logsJson({ LOG_JSON, NODE_ENV }: Variables): boolean {
  return LOG_JSON === 'true' || (LOG_JSON !== 'false' && NODE_ENV === 'production');
}

let isPrepared = false;

/**
 * From here on everything that this process writes is one JSON object a line: what a library prints, what a thread
 * prints, warnings of Node, and the error that ends the process, of which the message may be content and is left out.
 */
export function writeJsonOnly(): void {
  if (isPrepared) return;
  isPrepared = true;
  for (const stream of [process.stdout, process.stderr]) takeOver(stream);
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message, ...rest }) => {
    const { code } = rest as { readonly code?: string };
    process.stderr.write(jsonLine('warn', message, { name, code }));
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(jsonLine('fatal', 'The process ends: nobody handled an error.', whereOf(error)));
    process.exit(1);
  });
}

function takeOver(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  const lines = new JsonLines((text) => text !== '' && write(text));
  process.on('exit', () => lines.flush());
  stream.write = (chunk: string | Uint8Array, encoding?: unknown, callback?: unknown) => {
    lines.take(chunk);
    const done = [encoding, callback].find((given) => typeof given === 'function') as (() => void) | undefined;
    if (done) process.nextTick(done);
    return !stream.writableNeedDrain;
  };
}

function whereOf(error: unknown): object {
  if (!(error instanceof Error)) return {};
  const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: (error as NodeJS.ErrnoException).code, stack: stack.join('\n') };
}
