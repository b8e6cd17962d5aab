/** What was answered, and by how many bytes memory outside the heap, where contents are held, grew at most on the way. */
export async function withGrowth<Answer>(ask: () => Promise<Answer>): Promise<[Answer, number]> {
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5);
  const answer = await ask().finally(() => clearInterval(watch));
  return [answer, most - before];
}
