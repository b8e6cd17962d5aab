import { readdirSync, readFileSync } from 'node:fs';

/** Watches the resident memory of a process and of its children, as Linux tells it (proc(5)). */
export class MemoryWatch {
  /** The most megabytes that they held together at once. */
  mostMb = 0;
  readonly #timer = setInterval(() => void this.look(), 20);

  constructor(readonly pid: number) {}

  look(): void {
    this.mostMb = Math.max(this.mostMb, residentMb(this.pid));
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

function residentMb(pid: number): number {
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(readOrNothing(`/proc/${String(pid)}/status`))?.[1] ?? 0) / 1024;
  return childrenOf(pid).reduce((sum, child) => sum + residentMb(child), own);
}

function childrenOf(pid: number): readonly number[] {
  const threads = entries(`/proc/${String(pid)}/task`);
  return threads.flatMap((thread) =>
    readOrNothing(`/proc/${String(pid)}/task/${thread}/children`)
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

/** A process may end while it is looked at. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
