import type { MessagePosition } from '@app/domain';
import { callWith } from './calls.js';
import { json } from './fake-graph.js';
import { MESSAGE, type MailFixture, mailFixture, user } from './mail-fixture.js';

let graph: MailFixture['graph'];
let mail: MailFixture['mail'];
const fixture = mailFixture();
beforeAll(() => ({ graph, mail } = fixture()));

describe('A list of messages', () => {
  const odd = [null, 7, {}, { ...MESSAGE, id: '' }];

  it('shows the others where some cannot be read, and counts those', async () => {
    const bare = { id: 'AAMkBare=', receivedDateTime: '2026-11-23T07:00:00Z' };
    const nulls = {
      ...bare,
      id: 'AAMkNull=',
      subject: null,
      from: null,
      toRecipients: null,
      categories: [null],
      flag: null,
    };
    graph.willAnswer(json(200, { value: [MESSAGE, ...odd, bare, nulls] }));
    const page = await mail.searchMessages(user, { limit: 5 });
    expect(page.messages.map(({ id }) => id)).toEqual([MESSAGE.id, bare.id, nulls.id]);
    expect(page.skipped).toBe(odd.length);
  });

  it('shows a message once that a new one has moved to the next page of Graph', async () => {
    const at = (id: string, hour: number) => ({ ...MESSAGE, id, receivedDateTime: `2026-11-23T0${hour}:00:00Z` });
    const nextLink = `${graph.origin}/v1.0/me/messages?$skip=2`;
    graph.willAnswer(
      json(200, { value: [at('A=', 9), at('B=', 8)], '@odata.nextLink': nextLink }),
      json(200, { value: [at('B=', 8), at('C=', 7)] }),
    );
    const { messages, next } = await mail.searchMessages(user, { limit: 5 });
    expect([messages.map(({ id }) => id), next]).toEqual([['A=', 'B=', 'C='], undefined]);
  });

  it.each([
    [{ receivedDateTime: null }, { sent: MESSAGE.sentDateTime, created: '2026-11-23T07:00:00Z' }],
    [{ receivedDateTime: '0001-01-01T00:00:00Z', sentDateTime: 'datetime-value' }, { created: '2026-11-23T07:00:00Z' }],
    [{ receivedDateTime: undefined, sentDateTime: null, createdDateTime: null }, {}],
    [{ receivedDateTime: '2026-11-23T08:00:00', sentDateTime: 'Monday', createdDateTime: '2026' }, {}],
  ])('shows what was never received: %j', async (times, known) => {
    const message = { ...MESSAGE, createdDateTime: '2026-11-23T07:00:00Z', ...times };
    graph.willAnswer(json(200, { value: [message] }));
    const { messages, skipped } = await mail.searchMessages(user, { limit: 5 });
    const { received, sent, created } = messages[0] ?? {};
    expect([JSON.parse(JSON.stringify({ received, sent, created })), skipped]).toEqual([known, undefined]);
    expect(graph.received[0]?.url.searchParams.get('$select')).toContain('createdDateTime');
  });

  it('goes on where it stopped, whichever of them was never received', async () => {
    const at = (id: string, hour?: number) => ({
      ...MESSAGE,
      id,
      receivedDateTime: hour === undefined ? null : `2026-11-23T0${hour}:00:00Z`,
      sentDateTime: '2020-01-01T00:00:00Z',
    });
    for (const all of [
      [at('A='), at('B='), at('C=', 8), at('D=', 7), at('E=', 6)],
      [at('A=', 8), at('B='), at('C=', 7), at('D='), at('E=', 6)],
      [at('A=', 8), at('B=', 7), at('C=', 6), at('D='), at('E=')],
      [at('A='), at('B='), at('C='), at('D='), at('E=')],
    ]) {
      const seen: string[] = [];
      let after: MessagePosition | undefined;
      for (let pages = 0; pages === 0 || (after && pages < 9); pages++) {
        graph.willAnswer(json(200, { value: all }));
        const page = await mail.searchMessages(user, { limit: 2, ...(after && { after }) });
        seen.push(...page.messages.map(({ id }) => id));
        after = page.next;
      }
      expect([[...new Set(seen)].sort(), after]).toEqual([all.map(({ id }) => id), undefined]);
    }
  });

  it('leaves out what has no time where times are given', async () => {
    const timeless = { ...MESSAGE, receivedDateTime: null, sentDateTime: null };
    graph.willAnswer(json(200, { value: [timeless] }));
    expect((await mail.searchMessages(user, { limit: 5, since: '2026-11-01T00:00:00Z' })).messages).toEqual([]);
  });
});

it('finds letters with accents in envelopes, however they are written', async () => {
  graph.willAnswer(json(200, { value: [{ ...MESSAGE, subject: 'Gru\u0308n' }] }));
  const basic = callWith('token', ['Mail.ReadBasic']);
  expect((await mail.searchMessages(basic, { limit: 5, text: 'GR\u00dcN' })).messages).toHaveLength(1);
});

describe('Words that are looked for', () => {
  const searched = async (query: object) => {
    graph.willAnswer(json(200, { value: [MESSAGE] }));
    const page = await mail.searchMessages(user, { limit: 5, ...query });
    return { ...page, $search: graph.received[0]?.url.searchParams.get('$search') };
  };

  it.each([
    ['AND OR NOT NEAR', '"\\"AND\\" AND \\"OR\\" AND \\"NOT\\" AND \\"NEAR\\""'],
    ['from:robin', '"\\"from:robin\\""'],
    ['(a OR b)', '"\\"(a\\" AND \\"OR\\" AND \\"b)\\""'],
    ['inv*', '"\\"inv\\""'],
    ['“curly” „quotes“', '"\\"curly\\" AND \\"quotes\\""'],
    ['a\\b', '"\\"a b\\""'],
    ['\u200bGru\u0308n', '"\\"Gr\u00fcn\\""'],
  ])('are words and nothing else: %s', async (text, $search) => {
    expect(await searched({ text })).toMatchObject({ $search });
  });

  it.each([
    ['budget & plan', ['&'], '"\\"budget\\" AND \\"plan\\""'],
    ['"', ['"'], null],
    ['🙂 *', ['🙂', '*'], null],
  ])('are said not to be found in bodies where they have no letters: %s', async (text, unsearchable, $search) => {
    expect(await searched({ text })).toMatchObject({ unsearchable, $search });
  });

  it('are compared here where a sender or subject has no letters', async () => {
    const { messages, $search } = await searched({ subject: '!', text: 'below' });
    expect([messages, $search]).toEqual([[], '"\\"below\\""']);
  });
});
