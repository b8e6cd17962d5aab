import type { Documented } from './examples.js';
import type { Kept } from './kept.js';
import { EVENTS } from './kept-events.js';
import { PAGES } from './kept-pages.js';
import { READS } from './kept-reads.js';
import { WRITES } from './kept-writes.js';

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Forms of requests that pages of the documentation show beside those of `doc-examples.json`, in words of our own. */
export const KEPT_EXAMPLES: readonly Documented[] = [...READS, ...WRITES, ...EVENTS, ...PAGES].map(toExample);

function toExample([status, method, url, parts = {}]: Kept): Documented {
  const { answer, requestHeaders = {}, requestBody } = parts;
  return {
    name: `${method} ${url}${requestBody === undefined ? '' : ` ${JSON.stringify(requestBody).slice(0, 80)}`}`,
    method,
    url,
    requestHeaders: requestBody === undefined ? requestHeaders : { ...JSON_BODY, ...requestHeaders },
    requestBody,
    responses: [{ status, body: answer }],
  };
}
