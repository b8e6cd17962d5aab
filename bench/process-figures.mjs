// Figures of a running process, as Linux tells them (proc(5)).
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;
/** Of what follows the name of the program in `stat`: `utime` and `stime`. */
const [USER, SYSTEM] = [11, 12];

/** Milliseconds of processor time, in user mode and in the kernel, of all threads. */
export function cpuMs(pid) {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=\S )/);
  const fields = rest.split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
}

/** Megabytes of memory that it holds. */
export function residentMb(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
