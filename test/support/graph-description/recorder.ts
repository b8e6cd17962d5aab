import type { RequestHandler, Response } from 'express';
import { existsSync } from 'node:fs';
import { OPENAPI_FILE, readDescription } from './document.js';
import { ExchangeCheck, type GraphExchange } from './exchange-check.js';

const IS_THERE = existsSync(OPENAPI_FILE);
/** Longer answers are files and pages of hundreds. */
const LONGEST = 300_000;
const MOST_EXCHANGES = 2_000;

/** Loaded once for all suites of a process, when the first of them is over. */
let loaded: ExchangeCheck | undefined;

/** Watches a local Graph: every request that it answers is checked, with its answer. */
export class GraphRecorder {
  readonly #exchanges: GraphExchange[] = [];
  readonly #except: readonly RegExp[];
  readonly #check: () => ExchangeCheck | undefined;

  /** `except` matches problems that a suite provokes. */
  constructor(except: readonly RegExp[] = [], check = load) {
    this.#except = except;
    this.#check = check;
  }

  /** To run before everything else of the local Graph. */
  readonly middleware: RequestHandler = (request, response, next) => {
    if (!IS_THERE || Number(request.get('content-length')) > LONGEST) return next();
    const body = bodyOf(response);
    response.on('finish', () => {
      const bytes = body();
      if (bytes === undefined) return;
      const origin = `https://${request.get('host') ?? 'localhost'}`;
      const responseHeaders = textOf(response.getHeaders());
      this.add({
        method: request.method,
        url: `${origin}${request.originalUrl}`,
        requestHeaders: textOf(request.headers),
        requestBody: request.body as unknown,
        status: response.statusCode,
        responseHeaders,
        responseBody: parsed(bytes, responseHeaders['content-type']),
      });
    });
    next();
  };

  /** To be checked when all is over, so that no answer waits for it. */
  add(exchange: GraphExchange): void {
    if (this.#exchanges.length < MOST_EXCHANGES) this.#exchanges.push(exchange);
  }

  /** @throws Error with everything that was wrong */
  assertNoProblems(): void {
    const check = this.#exchanges.length > 0 ? this.#check() : undefined;
    const found = new Set<string>();
    for (const exchange of this.#exchanges.splice(0))
      for (const problem of check?.check(exchange) ?? []) found.add(problem);
    const problems = [...found].filter((problem) => !this.#except.some((pattern) => pattern.test(problem)));
    if (problems.length === 0) return;
    throw new Error(
      `What was asked of Graph and answered contradicts Microsoft's description:\n${problems.slice(0, 100).join('\n')}`,
    );
  }
}

function load(): ExchangeCheck | undefined {
  const description = loaded ? undefined : readDescription();
  if (description) loaded = new ExchangeCheck(description);
  return loaded;
}

/** What a response is given to send; nothing where that is more than can be looked at. */
function bodyOf(response: Response): () => Buffer | undefined {
  const parts: Buffer[] = [];
  let length = 0;
  const take = (part: unknown, encoding: unknown) => {
    if (typeof part !== 'string' && !Buffer.isBuffer(part)) return;
    const bytes = Buffer.from(part as string, typeof encoding === 'string' ? (encoding as BufferEncoding) : undefined);
    length += bytes.length;
    if (length <= LONGEST) parts.push(bytes);
  };
  const { write, end } = response;
  Object.assign(response, {
    write: (...given: Parameters<typeof write>) => (take(given[0], given[1]), write.apply(response, given)),
    end: (...given: Parameters<typeof end>) => (take(given[0], given[1]), end.apply(response, given)),
  });
  return () => (length > LONGEST ? undefined : Buffer.concat(parts));
}

function parsed(bytes: Buffer, type: string | undefined): unknown {
  if (bytes.length === 0) return undefined;
  return /\bjson\b/.test(type ?? '') ? (JSON.parse(bytes.toString()) as unknown) : bytes.toString();
}

function textOf(headers: object): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
