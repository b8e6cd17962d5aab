import fc from 'fast-check';
import { askGraph } from '../equivalence/graph.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { clockFrom, ORDINARY_DAY } from '../support/clock.js';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { DEFAULT_SCOPES } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

/** Marks of what anna wrote and of what anybody else did; nothing else of these days has either. */
const [OWN, OTHERS] = ['qown', 'qothers'];
/** The seed has words of others too; these days are far from it. */
const DAYS = Array.from({ length: 6 }, (_, index) => `2027-05-${String(10 + index)}`);
const HOUR_MS = 3_600_000;

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;
let ids: {
  readonly events: readonly string[];
  readonly messages: readonly string[];
  readonly drafts: readonly string[];
};

const keep = keptOpen();
beforeAll(async () => {
  await keep(new Output());
  tenant = await keep(startTestTenant({ clock: clockFrom(ORDINARY_DAY) }));
  behalf = await keep(startBehalf(tenant));
  token = await tenant.token({ user: 'anna', scope: DEFAULT_SCOPES });
  ids = await planted();
});

/** On each day an event of anna's; on every second one also one of somebody else, or a guest with a name. */
async function planted() {
  const anna = tenant.directory.user('anna')!;
  const graph = await tenant.token({ user: 'anna', audience: 'graph' });
  const make = async (path: string, body: object) =>
    (await askGraph(tenant, graph, { method: 'POST', path, body })).body['id'];
  const robin = { name: `Robin ${OTHERS}`, address: 'robin@evil.example' };
  const events: unknown[] = [];
  for (const [index, day] of DAYS.entries()) {
    const time = {
      start: { dateTime: `${day}T09:00`, timeZone: 'UTC' },
      end: { dateTime: `${day}T10:00`, timeZone: 'UTC' },
    };
    const attendees = index === 3 ? [{ type: 'required', emailAddress: robin }] : [];
    events.push(await make('/me/events', { subject: `${OWN} ${day}`, ...time, attendees }));
    const inHours = (Date.parse(`${day}T12:00:00Z`) - Date.parse(ORDINARY_DAY)) / HOUR_MS;
    const words = { subject: `${OTHERS} ${day}`, body: OTHERS, location: OTHERS };
    if (index % 2 === 1) events.push(tenant.mailboxes.receiveInvitation(anna, { organizer: robin, ...words, inHours }));
  }
  const mail = { from: robin, subject: `Hello ${OTHERS}`, body: OTHERS, attachments: { [`${OTHERS}.txt`]: OTHERS } };
  const messages = [tenant.mailboxes.receiveMail(anna, mail)];
  const drafts = [await make('/me/messages', { subject: `Draft ${OWN}` })];
  return { events, messages, drafts } as typeof ids;
}

async function answer(name: string, args: object) {
  const { body } = await callTool(behalf.url, token, name, args);
  const { _meta, content, isError } = body.result ?? {};
  const { ifc } = _meta as {
    readonly ifc: { readonly integrity: string; readonly confidentiality: readonly string[] };
  };
  return { ifc, isError, text: content?.map(({ text }) => text).join('\n') ?? '' };
}

const day = fc.constantFrom(...DAYS);
const call: fc.Arbitrary<readonly [string, object]> = fc.oneof(
  fc.tuple(
    fc.constant('calendar_list_events'),
    fc
      .tuple(day, day)
      .map((days) => days.sort())
      .map(([from, to]) => ({ from, to })),
  ),
  fc.tuple(
    fc.constant('calendar_list_events'),
    fc.record({ from: day, query: fc.constantFrom(OWN, OTHERS) }).map((one) => ({ ...one, to: one.from })),
  ),
  fc.tuple(
    fc.constant('calendar_get_event'),
    fc.nat(20).map((index) => ({ eventId: ids.events[index % ids.events.length] })),
  ),
  fc.tuple(
    fc.constant('calendar_update_event'),
    fc.nat(20).map((index) => ({ eventId: ids.events[index % ids.events.length], subject: 'X', dryRun: true })),
  ),
  fc.tuple(
    fc.constant('calendar_respond'),
    fc.nat(20).map((index) => ({ eventId: ids.events[index % ids.events.length], response: 'accept', dryRun: true })),
  ),
  fc.tuple(
    fc.constant('calendar_create_event'),
    day.map((on) => ({ subject: OWN, start: `${on}T11:30`, end: `${on}T12:30`, timeZone: 'UTC', dryRun: true })),
  ),
  fc.tuple(
    fc.constant('mail_search'),
    fc.constantFrom({ folder: 'inbox', limit: 1 }, { folder: 'drafts' }, { subject: OTHERS }),
  ),
  fc.tuple(
    fc.constant('mail_get_message'),
    fc.constantFrom('messages' as const, 'drafts' as const).map((kind) => ({ messageId: ids[kind][0] })),
  ),
  fc.tuple(
    fc.constant('mail_create_draft'),
    fc.constantFrom('new', 'reply', 'forward').map((mode) => ({
      ...{ mode, body: OWN, dryRun: true, to: ['ben.carter@fernglas.example'] },
      ...(mode === 'new' ? { subject: OWN } : { messageId: ids.messages[0] }),
    })),
  ),
  fc.tuple(fc.constant('find_people'), fc.constant({ query: 'ben' })),
);

it('says untrusted of whatever has a word of somebody else, in errors too, and is for the person alone', async () => {
  const { id } = tenant.directory.user('anna')!;
  await fc.assert(
    fc.asyncProperty(call, async ([name, args]) => {
      const { ifc, text } = await answer(name, args);
      if (text.includes(OTHERS)) expect({ name, args, ifc }).toMatchObject({ ifc: { integrity: 'untrusted' } });
      expect(ifc.confidentiality).toEqual([id]);
    }),
    tries(80),
  );
});

it('says trusted of what only the person or this server wrote', async () => {
  const own: readonly (readonly [string, object])[] = [
    ['get_my_context', {}],
    ['calendar_list_events', { from: DAYS[0], to: DAYS[0] }],
    ['calendar_get_event', { eventId: ids.events[0] }],
    ['mail_create_draft', { subject: OWN, body: OWN, to: ['ben.carter@fernglas.example'], dryRun: true }],
  ];
  for (const [name, args] of own) {
    const { ifc, isError } = await answer(name, args);
    expect([name, isError ?? false, ifc.integrity]).toEqual([name, false, 'trusted']);
  }
});
