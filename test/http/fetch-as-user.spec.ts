import { DomainError, UserContext, UserToken } from '@app/domain';
import { fetchAsUser } from '@app/http';
import { aCaller, aUser, someLimits } from '@app/testing';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keptOpen } from '../support/keep-open.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let url: URL;
const seen: { method?: string; headers: IncomingMessage['headers'] }[] = [];

const keep = keptOpen();
beforeAll(async () => {
  const server = createServer((request, response) => {
    seen.push({ method: request.method, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await keep({ close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) });
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/requests`);
});
beforeEach(() => seen.splice(0));

const REQUEST = { api: 'the leave service' };
const ask = (user = aUser(['Leave.Read']), more = {}) => fetchAsUser(user, { ...REQUEST, url, ...more });
const says =
  (status: number, body = '', headers = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

async function failureOf(asking: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await asking.catch((thrown: unknown) => thrown);
  if (error instanceof DomainError) return error;
  throw new Error(`No DomainError, but ${String(error)}`);
}

describe("an organisation's API asked as the person", () => {
  it('gets the token, JSON, and the trace id, and its JSON comes back', async () => {
    answer = says(200, '{"days":12}');
    expect(
      await ask(aUser([], { token: 'for-leave' }), { method: 'POST', body: { days: 1 }, headers: { 'if-match': '7' } }),
    ).toEqual({ days: 12 });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'Bearer for-leave',
        'content-type': 'application/json',
        'if-match': '7',
        'x-correlation-id': 'trace-1',
      },
    });
  });

  it('may answer without a body', async () => {
    answer = says(204);
    expect(await ask()).toBeUndefined();
  });

  it.each([
    [400, 'invalid_arguments'],
    [403, 'access_denied'],
    [404, 'not_found'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'invalid_arguments'],
    [418, 'temporarily_unavailable'],
    [503, 'temporarily_unavailable'],
  ])('%d is %s, in words of ours', async (status, code) => {
    answer = says(status, 'Words of the API');
    const { message, details, ...error } = await failureOf(ask());
    expect([error.code, message, details.userAction]).toEqual([
      code,
      expect.stringMatching(/^The leave service /),
      expect.any(String),
    ]);
    expect(message).not.toContain('Words of the API');
  });

  it('is asked again later where it says when', async () => {
    answer = says(429, '', { 'retry-after': '7' });
    expect(await failureOf(ask())).toMatchObject({ code: 'throttled', details: { retryAfter: 7 } });
  });

  it('is asked once more with another token where the first is refused', async () => {
    const another = new UserToken('second');
    const user = new UserContext(aCaller(), new UserToken('first'), [], someLimits(), { renew: async () => another });
    answer = ({ headers }, response) =>
      void response.writeHead(headers.authorization === 'Bearer second' ? 200 : 401).end('{}');
    expect(await ask(user)).toEqual({});
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('can want claims of the next token', async () => {
    const claims = '{"access_token":{"acrs":{"value":"c1"}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    answer = says(401, '', { 'www-authenticate': challenge });
    expect(await failureOf(ask())).toMatchObject({ code: 'interaction_required', details: { claims } });
    answer = says(401);
    expect((await failureOf(ask())).code).toBe('invalid_token');
  });

  it('leads nowhere else with the token', async () => {
    answer = says(302, '', { location: '/elsewhere' });
    expect((await failureOf(ask())).code).toBe('temporarily_unavailable');
    expect(seen).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['no JSON', says(200, '<html>')],
    ['more than 5 MB', says(200, `"${'a'.repeat(5_000_001)}"`)],
    ['half of an answer', (_request, response) => void response.writeHead(200, { 'content-length': 9 }).destroy()],
  ])('is not believed with %s', async (_what, wrong) => {
    answer = wrong;
    expect((await failureOf(ask())).code).toBe('temporarily_unavailable');
  });

  it('is refused with an error of the adapter, made of its status and its JSON', async () => {
    const toError = (status: number, body: unknown) =>
      status === 422 ? new DomainError('conflict', `Over the limit: ${JSON.stringify(body)}`) : undefined;
    const refusals: string[] = [];
    for (const [status, body] of [
      [422, '{"limit":5}'],
      [422, '<html>'],
      [404, '{}'],
      [429, '{}'],
    ] as const) {
      answer = says(status, body);
      refusals.push((await failureOf(ask(aUser([]), { method: 'POST', toError }))).message);
    }
    expect(refusals).toEqual([
      'Over the limit: {"limit":5}',
      'Over the limit: undefined',
      'The leave service does not have this item, or the person cannot see it.',
      'The leave service accepts no more requests right now.',
    ]);
  });

  it('may have done a change whose answer was lost', async () => {
    answer = ({ socket }) => void socket.destroy();
    const { reason, details } = await failureOf(ask(undefined, { method: 'POST', body: {} }));
    expect([reason, details.userAction]).toEqual([
      'outcome_unknown',
      expect.stringContaining('check whether the change was made'),
    ]);
    expect((await failureOf(ask())).reason).toBe('temporarily_unavailable');
  });

  it('is waited for as long as the call lasts, and no longer', async () => {
    answer = () => undefined;
    const hurried = { limits: someLimits({ deadline: Date.now() + 50 }) };
    expect((await failureOf(ask(aUser([], hurried)))).code).toBe('timeout');
    expect((await failureOf(ask(aUser([], { limits: someLimits({ deadline: 0 }) })))).code).toBe('timeout');
    const left = { limits: someLimits({ signal: AbortSignal.abort() }) };
    expect((await failureOf(ask(aUser([], left)))).code).toBe('cancelled');
  });
});
