import type { DomainError } from '@app/domain';
import { aNewEvent } from '@app/testing';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, graphError, hangUp, json, silence } from './fake-graph.js';
import { keptOpen } from '../support/keep-open.js';

type Adapters = ReturnType<typeof adaptersOn>;

const cut: Answer = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': 500 }).write('{"id": "AAM');
  setImmediate(() => response.destroy());
};
const page: Answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
const user = () => callWith('t', ['Files.ReadWrite', 'Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite']);
const FOLDER = { itemId: 'root' };

/** Each with the tool that tells whether it was done. */
const CHANGES: Readonly<Record<string, readonly [by: (to: Adapters) => Promise<unknown>, look: RegExp]>> = {
  'a folder': [({ files }) => files.createFolder(user(), FOLDER, 'Plans'), /files_list_folder/],
  'a rename': [({ files }) => files.change(user(), FOLDER, { name: 'x' }, '"1"'), /files_get_item/],
  'a deletion': [({ files }) => files.delete(user(), FOLDER, '"1"'), /files_list_folder/],
  'an invitation': [
    ({ files }) => files.invite(user(), FOLDER, { addresses: ['a@b.example'], role: 'view' }),
    /files_get_item/,
  ],
  'a sent draft': [({ mail }) => mail.sendDraft(user(), 'AAMk='), /sentitems with mail_search/],
  'a new draft': [({ mail }) => mail.createDraft(user(), { subject: 'x' }), /mail_search/],
  'a cancellation': [({ calendar }) => calendar.cancelEvent(user(), 'AAMk='), /calendar_get_event/],
};

describe('a change whose answer was lost', () => {
  let graph: FakeGraph;
  let adapters: Adapters;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    adapters = adaptersOn(graph.origin, { requestTimeoutMs: 300 });
  });

  const failureOf = async (call: Promise<unknown>) => (await call.catch((error: unknown) => error)) as DomainError;

  const LOST: readonly (readonly [string, Answer, code: string])[] = [
    ['a broken connection', hangUp, 'temporarily_unavailable'],
    ['silence', silence, 'timeout'],
    ['a 500', graphError(500, 'generalException', 'oops'), 'temporarily_unavailable'],
    ['a 502', page502, 'temporarily_unavailable'],
    ['a 503', graphError(503, 'serviceNotAvailable', 'oops'), 'temporarily_unavailable'],
    ['a 504', graphError(504, 'UnknownError', ''), 'temporarily_unavailable'],
    ['half an answer', cut, 'temporarily_unavailable'],
  ];

  describe.each(Object.entries(CHANGES))('%s', (_, [by, look]) => {
    it.each(LOST)('may have been done after %s: it is looked for, not done again', async (_name, answer, code) => {
      graph.willAnswer(answer);
      const { message, details, ...error } = await failureOf(by(adapters));
      expect([error.code, error.reason]).toEqual([code, 'outcome_unknown']);
      expect(message).toMatch(/The change may have been made anyway\.$/);
      expect(details.userAction).toMatch(look);
      expect(details.userAction).toMatch(/^Before calling again, check /);
      expect(graph.received).toHaveLength(1);
    });

    it.each([
      ['a 400', graphError(400, 'invalidRequest', 'no'), 'invalid_arguments'],
      ['a 507', graphError(507, 'quotaLimitReached', 'full'), 'not_allowed'],
    ])('was not done after %s', async (_name, answer, code) => {
      graph.willAnswer(answer);
      const error = await failureOf(by(adapters));
      expect([error.code, error.message]).toEqual([code, expect.not.stringContaining('may have been made')]);
    });
  });

  it('was not done where nobody could be reached or no time was left to send it', async () => {
    const gone = await FakeGraph.open();
    const { origin } = gone;
    await gone.close();
    const unreached = await failureOf(adaptersOn(origin).files.createFolder(user(), FOLDER, 'x'));
    const late = callWith('t', ['Files.ReadWrite'], { deadline: Date.now() - 1 });
    const unsent = await failureOf(adapters.files.createFolder(late, FOLDER, 'x'));
    expect([unreached.code, unsent.code]).toEqual(['temporarily_unavailable', 'timeout']);
    for (const { message } of [unreached, unsent]) expect(message).not.toContain('may have been made');
  });

  it('was done where the answer is no item, so it is not done again', async () => {
    for (const answer of [page, json(201, {}), json(200, [])]) {
      graph.willAnswer(answer);
      const error = await failureOf(adapters.files.createFolder(user(), FOLDER, 'x'));
      expect(error).toMatchObject({ reason: 'outcome_unknown', code: 'temporarily_unavailable' });
    }
  });

  const REFUSED = graphError(400, 'ErrorInvalidRequest', 'no');
  const made = json(201, { id: 'AAMk9', receivedDateTime: '2026-11-23T09:00:00Z', isDraft: true });

  it('was done by half where the words of an answer are refused, so they are given to the draft that was made', async () => {
    for (const answer of [REFUSED, hangUp, graphError(429, 'TooManyRequests', 'no', { 'retry-after': '99' })]) {
      graph.willAnswer(made, answer);
      const { message, reason, details } = await failureOf(
        adapters.mail.createAnswer(user(), 'AAMk=', 'reply', { body: 'x' }),
      );
      expect([reason, message]).toEqual(['outcome_unknown', expect.stringContaining('"AAMk9"')]);
      expect(details.userAction).toMatch(/^Do not repeat the call: .*mail_update_draft/);
    }
  });

  it('was done by half where a message was moved and then not marked', async () => {
    graph.willAnswer(made, REFUSED);
    const error = await failureOf(adapters.mail.organize(user(), 'AAMk=', { moveTo: 'archive', isRead: true }));
    expect([error.reason, error.message]).toEqual(['outcome_unknown', expect.stringContaining('"AAMk9"')]);
    graph.willAnswer(REFUSED);
    expect((await failureOf(adapters.mail.organize(user(), 'AAMk=', { isRead: true }))).reason).toBe(
      'values_not_accepted',
    );
  });

  it('was done where the answer to a change of mail cannot be read', async () => {
    const { mail } = adapters;
    for (const call of [
      () => mail.createAnswer(user(), 'AAMk=', 'forward', {}),
      () => mail.organize(user(), 'AAMk=', { isRead: true }),
      () => mail.organize(user(), 'AAMk=', { moveTo: 'archive' }),
    ]) {
      graph.willAnswer(json(200, {}));
      expect((await failureOf(call())).reason).toBe('outcome_unknown');
    }
  });

  it('may be sent again as it is where Graph makes one event of two requests', async () => {
    graph.willAnswer(hangUp);
    const { details, reason } = await failureOf(
      adapters.calendar.createEvent(user(), aNewEvent('2026-11-23T09:00:00')),
    );
    expect(reason).toBe('outcome_unknown');
    expect(details.userAction).toMatch(/^Calling again with exactly the same arguments is safe/);
    expect(details.userAction).toMatch(/calendar_list_events/);
  });

  it('is none where a question is only too long for a GET', async () => {
    graph.willAnswer(hangUp);
    const range = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T17:00:00Z' };
    const query = { addresses: ['a@b.example'], range, timeZone: 'UTC' };
    const error = await failureOf(adapters.schedule.schedulesOf(user(), query));
    expect([error.code, error.reason]).toEqual(['temporarily_unavailable', 'graph_unreachable']);
  });
});

function page502(response: Parameters<Answer>[0]): void {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
}
