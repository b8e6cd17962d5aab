import { inspect } from 'node:util';
import { type CalendarPort, DomainError } from '@app/domain';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, graphError, json } from './fake-graph.js';
import { keptOpen } from '../support/keep-open.js';

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const CHALLENGE =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
  `error="insufficient_claims", claims="${Buffer.from(CLAIMS).toString('base64')}"`;
const ORGANIZER =
  "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.";
const APP_ONLY = '/me request is only valid with delegated authentication flow.';

const ROWS: readonly (readonly [code: string, status: number, graphCode: string, message: string])[] = [
  ['invalid_token', 401, 'InvalidAuthenticationToken', 'Access token has expired.'],
  ['invalid_token', 400, 'BadRequest', APP_ONLY],
  ['access_denied', 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  ['access_denied', 403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  ['not_allowed', 404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or on-premise.'],
  ['not_found', 404, 'ErrorItemNotFound', 'The specified object was not found in the store.'],
  ['not_found', 400, 'ErrorInvalidIdMalformed', 'Id is malformed.'],
  ['not_allowed', 400, 'ErrorInvalidRequest', ORGANIZER],
  ['invalid_arguments', 400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.'],
  ['invalid_arguments', 422, 'UnprocessableEntity', 'cannot process'],
  ['invalid_arguments', 413, 'RequestEntityTooLarge', 'too large'],
  ['conflict', 409, 'ErrorFolderExists', 'exists'],
  ['conflict', 412, 'ErrorIrresolvableConflict', 'The send or update operation could not be performed.'],
  ['throttled', 429, 'TooManyRequests', 'Too many requests'],
  ['temporarily_unavailable', 500, 'InternalServerError', 'oops'],
  ['temporarily_unavailable', 502, 'BadGateway', 'oops'],
  ['temporarily_unavailable', 503, 'ServiceUnavailable', 'oops'],
];

const GARBAGE: readonly (readonly [string, Answer])[] = [
  [
    'a page of HTML',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
  ],
  ['half a JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"value": [')],
  ['nothing', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end()],
  ['null', json(200, null)],
  ['a list', json(200, [])],
  ['an object that is no collection', json(200, {})],
  ['an error without a body', (response) => response.writeHead(500, { 'content-type': 'application/json' }).end()],
  ['an error of another shape', json(500, { error: 'down', innerError: null })],
  ['an error with an empty inner error', json(500, { error: { code: 'x', message: 'y', innerError: null } })],
];

describe('failures as DomainErrors', () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar } = adaptersOn(graph.origin, { maxRetries: 0 }));
  });

  async function failure(): Promise<DomainError> {
    const error: unknown = await calendar
      .listCalendars(callWith('eyJ.secret.token'))
      .catch((reason: unknown) => reason);
    if (error instanceof DomainError) return error;
    throw new Error('A DomainError was expected.', { cause: error });
  }

  it.each(ROWS)('says %s for a %i %s', async (code, status, graphCode, message) => {
    graph.willAnswer(graphError(status, graphCode, message));
    const error = await failure();
    expect([error.code, error.details.requestId]).toEqual([code, 'a0b1c2d3-0000-4000-8000-000000000001']);
    expect(error.message).not.toContain(message);
    expect(error.details.cause).toEqual(new Error(`Graph answered ${status} ${graphCode}.`));
  });

  it.each([401, 403])('hands on the claims that a %i asks for', async (status) => {
    graph.willAnswer(graphError(status, 'InvalidAuthenticationToken', 'claims', { 'www-authenticate': CHALLENGE }));
    const { code, details } = await failure();
    expect([code, details.claims]).toEqual(['interaction_required', CLAIMS]);
  });

  it('takes claims that cannot be read for a refused token', async () => {
    const challenge = 'Bearer error="insufficient_claims", claims="bm9uc2Vuc2U="';
    graph.willAnswer(graphError(401, 'InvalidAuthenticationToken', 'claims', { 'www-authenticate': challenge }));
    expect(await failure()).toMatchObject({ code: 'invalid_token', details: { claims: undefined } });
  });

  it('takes the request id from the header where the body has none', async () => {
    graph.willAnswer((response) => response.writeHead(404, { 'request-id': 'from-the-header' }).end());
    expect(await failure()).toMatchObject({ code: 'not_found', details: { requestId: 'from-the-header' } });
  });

  it.each(GARBAGE)('says temporarily_unavailable for %s', async (_, answer) => {
    graph.willAnswer(answer);
    expect((await failure()).code).toBe('temporarily_unavailable');
  });

  it('says temporarily_unavailable, and why in the cause, when nobody listens', async () => {
    const gone = await FakeGraph.open();
    const { origin } = gone;
    await gone.close();
    const call = adaptersOn(origin, { maxRetries: 0 }).calendar.listCalendars(callWith('eyJ.secret.token'));
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'temporarily_unavailable' });
    expect(inspect(error)).toContain('ECONNREFUSED');
  });

  it('keeps token and content out of everything an error can print', async () => {
    const content = 'the confidential subject';
    const answers: Answer[] = [
      graphError(400, 'ErrorInvalid', `The value '${content}' is not valid.`),
      graphError(401, 'InvalidAuthenticationToken', 'eyJ.secret.token'),
      json(200, { value: content }),
      (response) => response.destroy(),
    ];
    for (const answer of answers) {
      graph.willAnswer(answer);
      const printed = inspect(await failure(), { depth: 10, showHidden: true });
      expect(printed).not.toContain('secret');
      expect(printed).not.toContain(content);
    }
  });
});
