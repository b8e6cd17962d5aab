import { GraphClientFactory, GraphMail } from '@app/graph-adapter';
import { keptOpen } from '../support/keep-open.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, json } from './fake-graph.js';

export const user = callWith('token', ['Mail.ReadWrite', 'Mail.Send']);

export const MESSAGE = {
  '@odata.etag': 'W/"1"',
  id: 'AAMkMessage=',
  subject: 'Hello',
  receivedDateTime: '2026-11-23T08:00:00Z',
  sentDateTime: '2026-11-23T07:59:58Z',
  hasAttachments: false,
  isDraft: false,
  from: { emailAddress: { name: 'Robin', address: 'partner@elsewhere.example' } },
  toRecipients: [{ emailAddress: { name: 'Anna', address: 'anna@contract.example' } }],
  uniqueBody: { contentType: 'text', content: 'See below' },
};

/** Graph as it answers a suite's requests, and mail that asks it. */
export interface MailFixture {
  readonly graph: FakeGraph;
  readonly mail: GraphMail;
  /** `MESSAGE` with other properties and attachments, as it is read. */
  read(
    message: object,
    attachments?: readonly object[],
    ...more: readonly Answer[]
  ): ReturnType<GraphMail['getMessage']>;
}

/** Opened before the suite and closed after it. */
export function mailFixture(): () => MailFixture {
  let fixture: MailFixture | undefined;
  const keep = keptOpen();
  beforeAll(async () => {
    const graph = await keep(FakeGraph.open());
    const mail = new GraphMail(
      new GraphClientFactory({ origin: graph.origin, requestTimeoutMs: 120_000, retryDelayMs: 5 }),
    );
    const read: MailFixture['read'] = (message, attachments = [], ...more) => {
      graph.willAnswer(json(200, { ...MESSAGE, ...message }), json(200, { value: attachments }), ...more);
      return mail.getMessage(user, MESSAGE.id, 'own');
    };
    fixture = { graph, mail, read };
  });
  return () => {
    if (fixture) return fixture;
    throw new Error('The fixture is not open yet.');
  };
}
