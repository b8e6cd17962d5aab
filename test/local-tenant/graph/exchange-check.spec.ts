import { readDescription, type Schema } from '../../support/graph-description/document.js';
import { ExchangeCheck, type GraphExchange } from '../../support/graph-description/exchange-check.js';
import { GraphRecorder } from '../../support/graph-description/recorder.js';

/** Written for these tests, where Microsoft's is not beside the project: an event with a place, an attachment, a list. */
const OWN = {
  paths: {
    '/me/events': {
      get: {
        parameters: ['$select', '$filter', '$orderby', '$expand', '$top'].map((name) => ({
          name,
          in: 'query' as const,
          schema: { type: name === '$top' ? 'integer' : 'string' },
        })),
        responses: { '200': json({ type: 'object', required: ['value'], properties: { value: list(ref('event')) } }) },
      },
      post: { requestBody: json(ref('event')), responses: { '201': json(ref('event')) } },
    },
    '/me/events/{event-id}': { get: { responses: { '200': json(ref('event')) } } },
    '/me/calendarView': {
      get: {
        parameters: [{ name: 'startDateTime', in: 'query' as const, required: true, schema: { type: 'string' } }],
        responses: { '200': json(ref('event')) },
      },
    },
    '/me/events/{event-id}/attachments': {
      post: { requestBody: json(ref('attachment')), responses: { '201': json(ref('attachment')) } },
    },
    '/me/mailFolders/{mailFolder-id}/childFolders': {
      post: {
        requestBody: json(ref('mailFolder')),
        responses: { '201': json(ref('mailFolder')) },
        'x-required-on-create': ['displayName'],
      },
    },
  },
  components: {
    schemas: {
      'microsoft.graph.entity': { title: 'entity', type: 'object', properties: { id: { type: 'string' } } },
      'microsoft.graph.event': entity({
        subject: { type: ['string', 'null'] },
        showAs: { anyOf: [ref('freeBusyStatus'), { type: 'null' }] },
        start: { anyOf: [ref('dateTimeTimeZone'), { type: 'null' }] },
        createdDateTime: { type: ['string', 'null'], format: 'date-time' },
        isAllDay: { type: ['boolean', 'null'] },
        attachments: list(ref('attachment')),
      }),
      'microsoft.graph.freeBusyStatus': { type: 'string', enum: ['free', 'busy'] },
      'microsoft.graph.dateTimeTimeZone': {
        type: 'object',
        properties: { dateTime: { type: 'string' }, timeZone: { type: ['string', 'null'] } },
      },
      'microsoft.graph.attachment': entity({ name: { type: ['string', 'null'] } }),
      'microsoft.graph.fileAttachment': {
        allOf: [ref('attachment'), { type: 'object', properties: { contentBytes: { type: ['string', 'null'] } } }],
      },
      'microsoft.graph.mailFolder': entity({ displayName: { type: ['string', 'null'] } }),
      'microsoft.graph.ODataErrors.ODataError': {
        type: 'object',
        required: ['error'],
        properties: { error: { type: 'object', required: ['code', 'message'] } },
      },
    },
  },
};

const description = readDescription() ?? OWN;
const check = new ExchangeCheck(description);
const ORIGIN = 'https://localhost:7444';
const ID = '0a2f1c4e-0000-4000-8000-000000000001';

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/microsoft.graph.${name}` };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

function json(schema: Schema) {
  return { content: { 'application/json': { schema } } };
}

function entity(properties: Readonly<Record<string, Schema>>): Schema {
  return { allOf: [ref('entity'), { type: 'object', properties }] };
}

function problemsOf(path: string, parts: Partial<GraphExchange>): string {
  const exchange: GraphExchange = {
    method: 'GET',
    url: `${ORIGIN}/v1.0${path}`,
    requestHeaders: { authorization: 'Bearer x', 'content-type': 'application/json' },
    status: 200,
    responseHeaders: { 'content-type': 'application/json', 'request-id': ID },
    ...parts,
  };
  return check.check(exchange).join('\n');
}

const listed = (row: object) => ({ responseBody: { value: [{ id: 'A', ...row }] } });
const posted = (
  requestBody: object,
  answer: object = { '@odata.type': '#microsoft.graph.fileAttachment', id: 'A' },
) => ({
  method: 'POST',
  requestBody,
  status: 201,
  responseBody: answer,
});
const error = (body: object) => ({ status: 404, responseBody: body });

const SELECTED = '/me/events?$select=subject';
const FOUND: readonly (readonly [mistake: string, path: string, parts: Partial<GraphExchange>, problem: RegExp])[] = [
  ['an unknown path', '/me/nothing', {}, /\/me\/nothing is not described/],
  ['an unknown option', '/me/events?$deep=1', listed({}), /\$deep is not an option/],
  ['an option given twice', `${SELECTED}&$select=id`, listed({}), /select is given twice/],
  ['a missing option', '/me/calendarView', listed({}), /startDateTime is missing/],
  ['a time that is none', '/me/calendarView?startDateTime=noon', listed({}), /startDateTime is not a time/],
  [
    'an unknown property in $select',
    '/me/events?$select=subjekt',
    listed({}),
    /subjekt is not a property of microsoft.graph.event/,
  ],
  ['an unknown property in $orderby', '/me/events?$orderby=start/time', listed({}), /time is not a property of/],
  ['a wrong $orderby', '/me/events?$orderby=subject down', listed({}), /\$orderby is not OData/],
  ['an unknown property in $expand', '/me/events?$expand=persons', listed({}), /persons is not a property of/],
  ['an unknown property in $filter', "/me/events?$filter=subjekt eq 'x'", listed({}), /subjekt is not a property of/],
  [
    'a text in quotes for a time in $filter',
    "/me/events?$filter=createdDateTime ge '2026-01-01'",
    listed({}),
    /not a moment/,
  ],
  ['a text for a boolean in $filter', "/me/events?$filter=isAllDay eq 'true'", listed({}), /not a boolean/],
  ['an unknown function in $filter', "/me/events?$filter=like(subject,'x')", listed({}), /like, which is no function/],
  ['an open bracket in $filter', "/me/events?$filter=(subject eq 'x'", listed({}), /where \) is due/],
  ['letters for a number', '/me/events?$top=few', listed({}), /\$top is not a whole number/],
  [
    'an unknown preference',
    SELECTED,
    { ...listed({}), requestHeaders: { authorization: 'Bearer x', prefer: 'outlook.tz="x"' } },
    /Prefer: outlook.tz/,
  ],
  ['a request without a token', SELECTED, { ...listed({}), requestHeaders: {} }, /Authorization/],
  [
    'a body where none is taken',
    SELECTED,
    { ...listed({}), requestBody: { a: 1 } },
    /a body, which the operation does not take/,
  ],
  ['an unknown property that is sent', '/me/events', posted({ subjekt: 'x' }, {}), /sent: \/subjekt is not a property/],
  ['a wrong type that is sent', '/me/events', posted({ subject: 7 }, {}), /\/subject must be string/],
  ['a wrong enum value that is sent', '/me/events', posted({ showAs: 'napping' }, {}), /\/showAs/],
  [
    'a body that is not JSON',
    '/me/events',
    { ...posted({ subject: 'x' }, {}), requestHeaders: { authorization: 'Bearer x', 'content-type': 'text/plain' } },
    /Content-Type is text\/plain/,
  ],
  ['what a POST must have', '/me/mailFolders/inbox/childFolders', posted({}, {}), /displayName is missing/],
  [
    'a kind that does not fit',
    '/me/events/A/attachments',
    posted({ '@odata.type': '#microsoft.graph.event' }),
    /microsoft.graph.event is not a microsoft.graph.attachment/,
  ],
  [
    'a property of the kind with a wrong type',
    '/me/events/A/attachments',
    posted({ '@odata.type': '#microsoft.graph.fileAttachment', contentBytes: 7 }),
    /contentBytes must be string/,
  ],
  [
    'an answer that does not say its kind',
    '/me/events/A/attachments',
    posted({ '@odata.type': '#microsoft.graph.fileAttachment' }, { id: 'A' }),
    /does not say its @odata.type/,
  ],
  [
    'an unknown property of an answer',
    SELECTED,
    listed({ subject: 'x', start: { date: 'x' } }),
    /\/start\/date is not a property/,
  ],
  [
    'an enum value in another case',
    '/me/events?$select=showAs',
    listed({ showAs: 'Busy' }),
    /"Busy", which is not one of/,
  ],
  [
    'a wrong type of an answer',
    '/me/events?$select=createdDateTime',
    listed({ createdDateTime: 'yesterday' }),
    /must match format/,
  ],
  ['a list without its rows', SELECTED, { responseBody: {} }, /must have required property 'value'/],
  ['what was selected and is missing', SELECTED, listed({}), /subject was selected and is missing/],
  ['what was not selected', SELECTED, listed({ subject: 'x', isAllDay: true }), /isAllDay was not selected/],
  [
    'what a whole event must have',
    '/me/events/A',
    { responseBody: { id: 'A' } },
    /of a whole microsoft.graph.event is missing/,
  ],
  ['a status that is not described', '/me/events', { ...posted({ subject: 'x' }, {}), status: 302 }, /302, not/],
  [
    'a link to another host',
    SELECTED,
    { responseBody: { value: [], '@odata.nextLink': 'https://else/v1.0/me' } },
    /nextLink is https:\/\/else/,
  ],
  [
    'an answer that is not JSON',
    SELECTED,
    { ...listed({ subject: 'x' }), responseHeaders: { 'content-type': 'text/html' } },
    /Content-Type is text\/html/,
  ],
  ['an error without a message', '/me/events/A', error({ error: { code: 'x' } }), /message/],
  ['an error without a request id', '/me/events/A', error({ error: { code: 'x', message: 'y' } }), /request-id is/],
  ['an error without a body', '/me/events/A', { status: 404 }, /an error without a body/],
];

describe('the check of an exchange', () => {
  it.each(FOUND)('finds %s', (_mistake, path, parts, problem) => {
    expect(problemsOf(path, parts)).toMatch(problem);
  });

  it('finds nothing wrong with what is as described', () => {
    const event = { subject: 'x', showAs: 'busy', start: { dateTime: '2026-12-03T09:00:00', timeZone: 'UTC' } };
    const query = "$select=subject,showAs,start&$filter=contains(subject,'it''s') and not(isAllDay eq true)&$top=5";
    expect(problemsOf(`/me/events?${query}&$orderby=start/dateTime desc`, listed(event))).toBe('');
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'x', contentBytes: 'eA==' };
    expect(problemsOf('/me/events/A/attachments', posted(file, { id: 'A', ...file }))).toBe('');
    const innerError = { 'request-id': ID };
    expect(problemsOf('/me/nothing', error({ error: { code: 'x', message: 'y', innerError } }))).toBe('');
  });

  it('is told where a local Graph is closed, but for what a suite provokes', () => {
    const exchange = {
      method: 'GET',
      url: `${ORIGIN}/v1.0/me/nothing`,
      requestHeaders: {},
      status: 200,
      responseHeaders: {},
    };
    const [told, expected] = [new GraphRecorder([], () => check), new GraphRecorder([/nothing/], () => check)];
    for (const recorder of [told, expected]) recorder.add(exchange);
    expect(() => told.assertNoProblems()).toThrow(/\/me\/nothing is not described/);
    expect(() => expected.assertNoProblems()).not.toThrow();
  });

  it('leaves alone what is asked beside Graph', () => {
    expect(
      check.check({ method: 'PUT', url: `${ORIGIN}/upload/1`, requestHeaders: {}, status: 200, responseHeaders: {} }),
    ).toEqual([]);
  });
});
