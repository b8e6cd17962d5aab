const ATTEMPTS = 5;
/** Microseconds below which a measure says nothing. */
const LEAST = 5_000;
/** Four times the input costs 4 times as much where time grows with its length, and 16 times where it grows with its square. */
const MOST = 9;

/**
 * @throws Error where four times the input costs far more than four times as much. Processor time of this process is
 * compared, so that other programs do not count, and one pair of several that fits is enough: what disturbs a measure
 * makes it longer.
 */
export async function assertGrowsWithLength(work: (size: number) => unknown, size: number): Promise<void> {
  const ratios: number[] = [];
  await work(size);
  while (ratios.length < ATTEMPTS) {
    const once = Math.max(await costOf(work, size), LEAST);
    const ratio = (await costOf(work, size * 4)) / once;
    if (ratio <= MOST) return;
    ratios.push(ratio);
  }
  throw new Error(`Four times the input costs ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')} times as much.`);
}

/** Microseconds of this process, its threads included. */
async function costOf(work: (size: number) => unknown, size: number): Promise<number> {
  const before = process.cpuUsage();
  await work(size);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
