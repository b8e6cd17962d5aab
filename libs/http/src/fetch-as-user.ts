import { DomainError, ERROR_CATALOG, type ErrorCode, type ErrorDetails, type UserContext } from '@app/domain';
import { claimsChallenge } from './claims-challenge.js';
import { readText, TooLarge } from './read-limited.js';
import { retryAfterSeconds } from './retry-after.js';

/** A request to an API of an organisation. */
export interface ApiRequest {
  /** How people call the API, as `the leave service`: it begins a sentence of an error. */
  readonly api: string;
  readonly url: URL;
  /** Default `GET`. */
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** Beside those that carry the token, the trace id and JSON, for example `If-Match`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Own error for a status of 400 to 499 but 401 and 429; `body` is the JSON, if any. Undefined: the default error. */
  readonly toError?: (status: number, body: unknown) => DomainError | undefined;
}

/** The largest answer that is read. */
const LIMIT_BYTES = 5_000_000;

/**
 * The JSON that an API answers to the person: with the token of `user`, within the limits of the call, asked once more
 * with another token where the first is refused. Undefined for an answer without a body. Redirects are not followed,
 * because they would carry the token to wherever they point.
 *
 * Words of the API reach neither the error nor a log; an adapter that has better ones gives them by `toError`.
 * A change whose answer was lost may have been done: its error says so (`reason: outcome_unknown`).
 *
 * @throws DomainError for every other answer than 2xx, and where none came: `not_found` (404), `access_denied` (403),
 * `conflict` (409, 412), `invalid_arguments` (400, 422), `throttled` (429), `invalid_token` or `interaction_required`
 * (401), `timeout`, `cancelled`, `temporarily_unavailable` for the rest
 */
export async function fetchAsUser(user: UserContext, request: ApiRequest): Promise<unknown> {
  const { token } = user;
  const response = await send(user, request, token.reveal());
  if (response.status !== 401) return read(response, request);
  const another = await user.renewToken({ token, claims: claimsChallenge(response.headers) });
  await response.body?.cancel();
  if (another === undefined) throw refused(response, request);
  return read(await send(user, request, another.reveal()), request);
}

async function send({ limits }: UserContext, request: ApiRequest, token: string): Promise<Response> {
  const { url, method = 'GET', body, headers } = request;
  const remaining = limits.deadline - Date.now();
  if (remaining <= 0) throw failed(request, 'timeout');
  try {
    return await fetch(url, {
      method,
      headers: {
        ...headers,
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'x-correlation-id': limits.traceId,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([limits.signal, AbortSignal.timeout(remaining)]),
    });
  } catch (cause) {
    throw mayBeDone(failed(request, limits.signal.aborted ? 'cancelled' : whyFailed(cause), { cause }), request);
  }
}

function whyFailed(error: unknown): ErrorCode {
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'temporarily_unavailable';
}

async function read(response: Response, request: ApiRequest): Promise<unknown> {
  if (!response.ok) throw (await ownError(response, request)) ?? refused(response, request);
  const text = await textOf(response, request);
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw mayBeDone(failed(request, 'temporarily_unavailable', { cause }), request);
  }
}

/** 401 and 429 say how to go on (a claim, a time to wait), so they stay what they are. */
async function ownError(response: Response, { toError }: ApiRequest): Promise<DomainError | undefined> {
  const { status } = response;
  if (toError && status >= 400 && status < 500 && status !== 401 && status !== 429) {
    return toError(status, await jsonOf(response));
  }
  return response.body?.cancel().then(() => undefined);
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await readText(response, LIMIT_BYTES)) as unknown;
  } catch {
    return undefined;
  }
}

async function textOf(response: Response, request: ApiRequest): Promise<string> {
  return readText(response, LIMIT_BYTES).catch((error: unknown) => {
    throw error instanceof TooLarge ? mayBeDone(failed(request, 'temporarily_unavailable'), request) : error;
  });
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_arguments',
  401: 'invalid_token',
  403: 'access_denied',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid_arguments',
  429: 'throttled',
};

function refused({ status, headers }: Response, request: ApiRequest): DomainError {
  const claims = status === 401 ? claimsChallenge(headers) : undefined;
  const retryAfter = retryAfterSeconds(headers);
  const code = claims === undefined ? (BY_STATUS[status] ?? 'temporarily_unavailable') : 'interaction_required';
  const refusal = failed(request, code, {
    claims,
    retryAfter: retryAfter === undefined ? undefined : Math.ceil(retryAfter),
    cause: new Error(`${request.api} answered ${status}`),
  });
  return status >= 500 ? mayBeDone(refusal, request) : refusal;
}

/** Of a change nobody is told to try again, but to look first. */
function mayBeDone(failure: DomainError, { method = 'GET' }: ApiRequest): DomainError {
  if (method === 'GET') return failure;
  return new DomainError('outcome_unknown', `${failure.message} The change may have been made anyway.`, {
    ...failure.details,
    code: failure.code,
    userAction: ERROR_CATALOG.outcome_unknown.userAction,
  });
}

type Words = readonly [message: (api: string) => string, userAction: string];

const WORDS: Readonly<Partial<Record<ErrorCode, Words>>> = {
  invalid_arguments: [
    (api) => `${api} did not accept the values of this request.`,
    'Correct the arguments and call again.',
  ],
  invalid_token: [(api) => `${api} did not accept the sign-in of the person.`, 'Sign in again.'],
  interaction_required: [
    (api) => `${api} asks the person to sign in again.`,
    'Sign in again and complete the steps shown.',
  ],
  access_denied: [(api) => `${api} does not let the signed-in person do this.`, 'Ask its owner for access.'],
  not_found: [(api) => `${api} does not have this item, or the person cannot see it.`, 'Use an id from a new list.'],
  conflict: [(api) => `${api} has a newer state of this item.`, 'Read it again, then decide.'],
  throttled: [(api) => `${api} accepts no more requests right now.`, 'Wait, then try again.'],
  timeout: [(api) => `${api} did not answer in time.`, 'Try again, or ask for less at once.'],
  cancelled: [() => 'The call was cancelled.', 'Call again if the result is still needed.'],
};
const OTHERWISE: Words = [
  (api) => `${api} is not working right now, or could not be reached.`,
  'Try again in a moment.',
];

function failed({ api }: ApiRequest, code: ErrorCode, details: ErrorDetails = {}): DomainError {
  const [message, userAction] = WORDS[code] ?? OTHERWISE;
  return new DomainError(code, message(api.charAt(0).toUpperCase() + api.slice(1)), { userAction, ...details });
}
