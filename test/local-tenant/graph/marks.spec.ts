import { keptOpen } from '../../support/keep-open.js';
import { type Ask, GraphHarness } from './harness.js';

const SCOPES = ['Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite'];
const ID = 'String {11111111-2222-3333-4444-555555555555} Name Colour';

let graph: GraphHarness;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const ask = (path: string, options: Ask = {}) => graph.ask(path, { scopes: SCOPES, ...options });
const post = (path: string, body: object) => ask(path, { method: 'POST', body });
const header = (name: string, value = 'v') => ({ name, value });
const makeDraft = (...internetMessageHeaders: object[]) =>
  post('/me/messages', { subject: 'x', internetMessageHeaders });

describe('Headers of a message that is made', () => {
  it.each([
    ['a name without x-', [header('behalf')], 'InvalidInternetMessageHeader'],
    ['a header of the standard', [header('Bcc', 'a@b.example')], 'InvalidInternetMessageHeader'],
    ['a name with a line break', [header('x-a\r\nBcc')], 'InvalidInternetMessageHeader'],
    ['a value with a line break', [header('x-a', 'v\r\nBcc: a@b.example')], 'InvalidInternetMessageHeader'],
    ['six', [1, 2, 3, 4, 5, 6].map((n) => header(`x-${n}`)), 'InvalidInternetMessageHeaderCollection'],
  ])('are refused: %s', async (_what, headers, code) => {
    const { status, body } = await makeDraft(...headers);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('are given to who asks for them by name, and cannot be changed afterwards', async () => {
    const { body: made } = await makeDraft(header('X-One', '1'), header('x-two', '2'));
    expect(made).not.toHaveProperty('internetMessageHeaders');
    expect((await ask(`/me/messages/${made.id}`)).body).not.toHaveProperty('internetMessageHeaders');
    const body = { subject: 'y', internetMessageHeaders: [header('x-three')] };
    await ask(`/me/messages/${made.id}`, { method: 'PATCH', body });
    const read = await ask(`/me/messages/${made.id}?$select=internetMessageHeaders`);
    expect(read.body.internetMessageHeaders).toEqual([header('X-One', '1'), header('x-two', '2')]);
  });

  it('are not taken over by an answer, and stand in the MIME', async () => {
    const { body: made } = await makeDraft(header('x-one', '1'));
    const answer = await post(`/me/messages/${made.id}/createForward`, {
      message: { internetMessageHeaders: [header('x-two', '2')] },
    });
    const read = await ask(`/me/messages/${answer.body.id}?$select=internetMessageHeaders`);
    expect(read.body.internetMessageHeaders).toEqual([header('x-two', '2')]);
    const mime = await ask(`/me/messages/${answer.body.id}/$value`);
    expect(mime.text).toMatch(/^x-two: 2\r$/m);
  });
});

describe('Extended properties of an event', () => {
  const when = { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' };
  const make = (value: string, id = ID) =>
    post('/me/events', {
      subject: value,
      start: when,
      end: when,
      singleValueExtendedProperties: [{ id, value }],
    });
  const filter = (id: string, value: string) =>
    `$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq '${value}')`)}`;

  it.each(['Colour', 'String {1} Name Colour', 'Name Colour', 'Text {11111111-2222-3333-4444-555555555555} Name x'])(
    'are refused under the id %s',
    async (id) => {
      expect((await make('x', id)).status).toBe(400);
    },
  );

  it('are found by their value, and told only to who expands them', async () => {
    const { body: made } = await make("Ben's");
    expect(made).not.toHaveProperty('singleValueExtendedProperties');
    await make('Green');
    const found = await ask(
      `/me/events?$select=subject&${filter(ID.toUpperCase().replace('STRING', 'String'), "Ben''s")}`,
    );
    expect(found.body.value.map(({ subject }: { subject: string }) => subject)).toEqual(["Ben's"]);
    expect((await ask(`/me/events?${filter(ID, 'Blue')}`)).body.value).toEqual([]);
    const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${ID}')`)}`;
    const read = await ask(`/me/events/${made.id}?$select=subject&${expand}`);
    expect(read.body.singleValueExtendedProperties).toEqual([{ id: ID, value: "Ben's" }]);
    const other = expand.replace('Colour', 'Taste');
    expect((await ask(`/me/events/${made.id}?${other}`)).body).not.toHaveProperty('singleValueExtendedProperties');
  });
});
