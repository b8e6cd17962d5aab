import { readText } from '@app/http';

/** Bytes of what Entra publishes: its key sets have twenty kilobytes. */
const MAX_BYTES = 1024 * 1024;

/** The JSON object at a URL that is ours by configuration; anything else than 200 with an object is an error. */
export async function fetchJson(url: string, timeoutMs: number): Promise<Record<string, unknown>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  }
  const body: unknown = JSON.parse(await readText(response, MAX_BYTES));
  if (typeof body !== 'object' || body === null) throw new Error(`${new URL(url).pathname} answered no JSON object`);
  return { ...body };
}
