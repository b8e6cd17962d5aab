import type { IncomingHttpHeaders } from 'node:http';
import { RequestError } from '../../errors/request-error.js';

/** The only revision with batches, and what a request without the header speaks (MCP 2025-06-18, transports). */
const WITH_BATCHES = '2025-03-26';
/** Messages in a batch: each may be a call that costs a request to Graph. */
const MOST = 10;

/** @throws RequestError for several messages at once where the client's revision has none, or too many of them */
export function assertServable(body: unknown, headers: IncomingHttpHeaders): void {
  if (!Array.isArray(body)) return;
  if ((headers['mcp-protocol-version'] ?? WITH_BATCHES) !== WITH_BATCHES) throw new RequestError('batch_not_allowed');
  if (body.length === 0 || body.length > MOST) throw new RequestError('batch_size_wrong');
}
