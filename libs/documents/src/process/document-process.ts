import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './job.js';

/** How a process that reads documents is started. */
export interface ProcessOptions {
  /** Its module. */
  readonly entry: URL;
  /** All the memory that it may hold. */
  readonly megabytes: number;
}

/** Why there is no outcome. */
export type Ended = 'memory' | 'crash' | 'stopped';

export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';

  constructor(readonly why: Ended) {
    super(`The process that read the document ended: ${why}.`);
  }
}

const PRLIMIT = '/usr/bin/prlimit';
const MEGABYTE = 1024 * 1024;
/** Data of a process (`RLIMIT_DATA`) beside what it really holds: what V8 reserves and does not use. */
const RESERVED_MEGABYTES = 2_048;
/** Objects; the rest is the program itself and the bytes of arrays. */
const HEAP_SHARE = 0.55;
/** Young objects of a document are not worth more memory. */
const SMALL = ['--max-semi-space-size=4'];

/** A process that reads documents of one person, one after the other. It ends when it holds too much memory, or when told to. */
export class DocumentProcess {
  readonly #child: ChildProcess;
  /** Whose documents it has read: nobody else's come to it. */
  person?: string;

  constructor({ entry, megabytes }: ProcessOptions) {
    const heap = `--max-old-space-size=${Math.floor(megabytes * HEAP_SHARE)}`;
    const file = fileURLToPath(entry);
    const flags = [heap, ...SMALL, ...(existsSync(file) ? [] : loaderFlags(process.execArgv))];
    this.#child = fork(file, [String(megabytes * MEGABYTE)], {
      // Nothing of the server's own: a document has no business with it.
      env: {},
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      ...limited(flags, megabytes),
    });
    // A process that ended is seen by its exit; what could not be written to it is of no interest.
    for (const end of [this.#child, this.#child.stdin]) end?.on('error', () => undefined);
    letOthersFirst(this.#child.pid);
    this.#keepServerRunning(false);
  }

  get isAlive(): boolean {
    const { exitCode, signalCode, killed, connected } = this.#child;
    return connected && !killed && exitCode === null && signalCode === null;
  }

  /**
   * Ends the process when `stop` is aborted.
   * @throws ProcessEnded
   */
  async read(job: Job, content: Uint8Array, stop: AbortSignal): Promise<Outcome> {
    this.#keepServerRunning(true);
    const end = () => this.end();
    stop.addEventListener('abort', end, { once: true });
    try {
      if (stop.aborted) this.end();
      return await this.#outcome(job, content);
    } finally {
      stop.removeEventListener('abort', end);
      this.#keepServerRunning(false);
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  #outcome(job: Job, content: Uint8Array): Promise<Outcome> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null, signal: string | null) =>
        reject(new ProcessEnded(whyEnded(code, signal, child.killed)));
      child.once('exit', onExit);
      child.once('message', (outcome: Outcome) => {
        child.off('exit', onExit);
        resolve(outcome);
      });
      if (!this.isAlive) return onExit(child.exitCode, child.signalCode);
      child.send(job);
      child.stdin?.write(content);
    });
  }

  /** A process that has nothing to do is no reason for the server to stay. */
  #keepServerRunning(keep: boolean): void {
    const change = keep ? 'ref' : 'unref';
    const { channel, stdin } = this.#child;
    this.#child[change]();
    channel?.[change]();
    // Node makes the pipe to a child as a socket, and types it as any writable.
    if (stdin instanceof Socket) stdin[change]();
  }
}

/** Killed by its own watch, by the system, or ended by V8 whose heap was full. */
function whyEnded(code: number | null, signal: string | null, isOurs: boolean): Ended {
  if (isOurs) return 'stopped';
  return signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 ? 'memory' : 'crash';
}

/** Where the system has such limits, they hold even if the watch within the process comes too late. */
function limited(flags: readonly string[], megabytes: number) {
  if (!existsSync(PRLIMIT)) return { execArgv: [...flags] };
  const data = (megabytes + RESERVED_MEGABYTES) * MEGABYTE;
  return { execPath: PRLIMIT, execArgv: [`--data=${data}`, '--', process.execPath, ...flags] };
}

/** As `nice` has it: about a third of the share of the server, so that a document still ends in its time on a busy machine. */
const PRIORITY = 5;

/** On a busy machine calls of others are served before a document is read on. */
function letOthersFirst(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, PRIORITY);
  } catch {
    // Where the system does not allow it, it is as quick as everything else.
  }
}

/** What teaches Node to read the sources, where the server runs from them and there is no JavaScript of the module. */
function loaderFlags(given: readonly string[]): readonly string[] {
  return given.flatMap((flag, index) => {
    if (flag === '--import') return [flag, given[index + 1] ?? ''];
    return flag.startsWith('--import=') ? [flag] : [];
  });
}
