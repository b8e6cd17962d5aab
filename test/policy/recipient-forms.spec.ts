import { DomainError, type Policy, TOOLS } from '@app/domain';
import { inMemoryPorts, runTool } from '@app/testing';
import { oneIn } from '../support/depth.js';

const OURS = 'fernglas.example';
const STRANGER = 'stranger@evil.example';
const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: `anna@${OURS}`, calendars: [] };
const SCOPES = ['Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite', 'Files.ReadWrite'] as const;
const WHEN = { start: '2027-03-02T10:00', end: '2027-03-02T11:00', timeZone: 'Europe/Berlin' };
const POLICY: Partial<Policy> = { approvals: 'external', internalDomains: ['fernglas.invalid'] };

/**
 * As an argument: `inside`, `outside` (waits for an approval) or `refused` (nobody can be meant for sure).
 * Found on an item, as Microsoft 365 gives it, only the plain address of the organisation is inside.
 */
type Verdict = 'inside' | 'outside' | 'refused';

const FORMS: readonly (readonly [what: string, text: string, verdict: Verdict])[] = [
  ['a plain address', `ben@${OURS}`, 'inside'],
  ['capitals', `BEN@${OURS.toUpperCase()}`, 'inside'],
  ['a tag', `ben+evil.example@${OURS}`, 'inside'],
  ['a domain of INTERNAL_DOMAINS', 'ben@fernglas.invalid', 'inside'],
  ['letters of another script in the local part', `b\u00e9n@${OURS}`, 'inside'],
  ['a letter and its accent in the local part', `be\u0301n@${OURS}`, 'inside'],
  ['the address of a bounce, which stays in the organisation', `bounce+ben=evil.example@${OURS}`, 'inside'],
  ['below a domain of INTERNAL_DOMAINS', 'ben@sub.fernglas.invalid', 'outside'],
  ['below the own domain', `ben@partners.${OURS}`, 'outside'],
  ['the own domain below another', `ben@${OURS}.evil.example`, 'outside'],
  ['a domain that ends like it', `ben@evil${OURS}`, 'outside'],
  ['a route by percent sign', `stranger%evil.example@${OURS}`, 'outside'],
  ['a percent-encoded at sign', `stranger%40evil.example@${OURS}`, 'outside'],
  ['a route by exclamation mark', `evil.example!stranger@${OURS}`, 'outside'],
  ['X.500 wrapped by Exchange', `IMCEAEX-_O=FERNGLAS_OU=X_CN=BEN@${OURS}`, 'outside'],
  ['an address wrapped by Exchange, in small letters', `imceasmtp-stranger+40evil+2Eexample@${OURS}`, 'outside'],
  ['X.400 wrapped by Exchange', `IMCEAX400-c+3DUS+3Ba+3D+20+3Bp+3Devil@${OURS}`, 'outside'],
  ['a guest by the name here', `stranger_evil.example#EXT#@${OURS}`, 'outside'],
  ['a rewritten sender', `SRS0=a=b=evil.example=stranger@${OURS}`, 'outside'],
  ['a sender rewritten twice', `srs1=a=evil.example==b=c=d=stranger@${OURS}`, 'outside'],
  ['an encoded word as local part', `=?utf-8?q?stranger=40evil.example=3e=00?=@${OURS}`, 'outside'],
  ['a Cyrillic letter in the domain', 'ben@ferngl\u0430s.example', 'outside'],
  ['the same as DNS writes it', 'ben@xn--fernglas-2fg.example', 'outside'],
  ['a wide letter in the domain', 'ben@\uff46ernglas.example', 'outside'],
  ['a long s in the domain', 'ben@fernglaſ.example', 'outside'],
  ['a quoted local part', `"ben"@${OURS}`, 'refused'],
  ['a quoted local part with an address', `"${STRANGER}"@${OURS}`, 'refused'],
  ['a quoted local part with a space', `"ben stranger"@${OURS}`, 'refused'],
  ['an escaped at sign', `stranger\\@evil.example@${OURS}`, 'refused'],
  ['two at signs', `${STRANGER}@${OURS}`, 'refused'],
  ['a source route', `@evil.example:ben@${OURS}`, 'refused'],
  ['a source route of two hosts', `@evil.example,@relay.example:ben@${OURS}`, 'refused'],
  ['a comment in the local part', `ben(${STRANGER})@${OURS}`, 'refused'],
  ['a comment behind', `ben@${OURS}(${STRANGER})`, 'refused'],
  ['a group', `Team: ben@${OURS}, ${STRANGER};`, 'refused'],
  ['an empty group', 'undisclosed-recipients:;', 'refused'],
  ['a link with cc', `mailto:ben@${OURS}?cc=${STRANGER}`, 'refused'],
  ['a link to two', `mailto:ben@${OURS},${STRANGER}`, 'refused'],
  ['a link in a link', `mailto:mailto:ben@${OURS}`, 'refused'],
  ['a list with semicolon', `ben@${OURS};${STRANGER}`, 'refused'],
  ['a list with comma', `ben@${OURS}, ${STRANGER}`, 'refused'],
  ['two with a space', `ben@${OURS} ${STRANGER}`, 'refused'],
  ['two with a space that does not break', `ben@${OURS}\u00a0${STRANGER}`, 'refused'],
  ['two addresses with brackets', `<ben@${OURS}> <${STRANGER}>`, 'refused'],
  ['a name that is another address', `${STRANGER} <ben@${OURS}>`, 'refused'],
  ['a quoted name that is another address', `"${STRANGER}" <ben@${OURS}>`, 'refused'],
  ['the own address as the name of another', `ben@${OURS} <${STRANGER}>`, 'refused'],
  ['a bracket that does not close', `<ben@${OURS}`, 'refused'],
  ['an address of the internet protocol', 'ben@[192.0.2.1]', 'refused'],
  ['the same, version 6', 'ben@[IPv6:2001:db8::1]', 'refused'],
  ['the same without brackets', 'ben@192.0.2.1', 'refused'],
  ['no domain', 'ben', 'refused'],
  ['a domain of one word', 'ben@fernglas', 'refused'],
  ['a trailing dot', `ben@${OURS}.`, 'refused'],
  ['a dot in front of the domain', `ben@.${OURS}`, 'refused'],
  ['a dot of another script', 'ben@fernglas\u3002example', 'refused'],
  ['a wide at sign', `ben\uff20${OURS}`, 'refused'],
  ['a wide at sign behind another', `ben@evil.example\uff20${OURS}`, 'refused'],
  ['a character of no width', `ben\u200b@${OURS}`, 'refused'],
  ['one in the domain', 'ben@fern\u200bglas.example', 'refused'],
  ['a soft hyphen in the domain', 'ben@fern\u00adglas.example', 'refused'],
  ['a mark that turns the text', `\u202emoc.live@${OURS}`, 'refused'],
  ['a space that does not break inside', `ben\u00a0x@${OURS}`, 'refused'],
  ['a character that ends a text', `ben@${OURS}\u0000.evil.example`, 'refused'],
  ['a second header', `ben@${OURS}\r\nBcc: ${STRANGER}`, 'refused'],
  ['an entity of HTML', `stranger&#64;evil.example@${OURS}`, 'refused'],
  ['a path', `ben@${OURS}/evil.example`, 'refused'],
  ['X.500', '/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=ben', 'refused'],
  ['X.400', 'C=US;A= ;P=evil;O=Evil;S=Stranger', 'refused'],
  ['another scheme', `sip:ben@${OURS}`, 'refused'],
  ['an emoji as domain', 'ben@\u{1f600}.example', 'refused'],
  ['more characters than an address has', `${'b'.repeat(600)}@${OURS}`, 'refused'],
];

/** Written by people and programs; the tool takes the address out. */
const WRITTEN: readonly (readonly [string, string, Verdict])[] = [
  ['a name', `Ben Carter <ben@${OURS}>`, 'inside'],
  ['a name of the organisation on a stranger', `Ben Carter, Fernglas <${STRANGER}>`, 'outside'],
  ['a link', `mailto:ben@${OURS}`, 'inside'],
  ['a link to a stranger', `mailto:${STRANGER}`, 'outside'],
  ['a proxy address', `SMTP:ben@${OURS}`, 'inside'],
  ['spaces around that do not break', `\u00a0ben@${OURS}\ufeff`, 'inside'],
];

type World = ReturnType<typeof openWorld>;

function openWorld() {
  const { ports, as } = inMemoryPorts({ anna: ANNA });
  const user = as('anna', SCOPES);
  const call = async (name: string, args: object) => {
    const tool = TOOLS.find((one) => one.name === name);
    if (!tool) throw new Error(`There is no tool ${name}.`);
    return (await runTool(tool, { ports, policy: POLICY, arguments: args })).data;
  };
  const event = async (address?: string) => {
    const attendees = address === undefined ? [] : [{ address, kind: 'required' as const }];
    const [time, flags] = [
      { allDay: false, ...WHEN },
      { onlineMeeting: false, isPrivate: false },
    ];
    return ports.calendar.createEvent(user, {
      subject: 'Plan',
      time,
      attendees,
      ...flags,
      transactionId: address ?? '',
    });
  };
  const folder = () => ports.files.createFolder(user, { itemId: 'root' }, 'Joint');
  return { ports, user, call, event, folder };
}

/** What is told to write to the address, by the tool's own arguments. */
const GIVEN: Readonly<Record<string, (world: World, address: string) => Promise<unknown>>> = {
  'a draft, sent': async ({ call }, address) => {
    const { messageId } = await call('mail_create_draft', { to: [address], subject: 'Plan', body: 'x' });
    return call('mail_send_draft', { messageId });
  },
  'a blind copy, sent': async ({ call }, address) => {
    const { messageId } = await call('mail_create_draft', { to: [`eva@${OURS}`], bcc: [address], body: 'x' });
    return call('mail_send_draft', { messageId });
  },
  'a draft changed, sent': async ({ call }, address) => {
    const { messageId } = await call('mail_create_draft', { to: [`eva@${OURS}`], body: 'x' });
    await call('mail_update_draft', { messageId, cc: [address] });
    return call('mail_send_draft', { messageId });
  },
  'an invitation': ({ call }, address) =>
    call('calendar_create_event', { subject: 'x', ...WHEN, attendees: [address] }),
  'an optional invitation': ({ call }, address) =>
    call('calendar_create_event', { subject: 'x', ...WHEN, optionalAttendees: [address] }),
  'a later invitation': async ({ call, event }, address) => {
    const { id } = await event();
    return call('calendar_update_event', { eventId: id, addAttendees: [address] });
  },
  'a share': async ({ call, folder }, address) => {
    const { itemId } = await folder();
    return call('files_share', { itemId, people: [address] });
  },
};

/** What reaches the address because it stands on the item already, past any check of ours. */
const FOUND: Readonly<Record<string, (world: World, address: string) => Promise<unknown>>> = {
  'a draft of another program': async ({ ports, user, call }, address) => {
    const at = '2027-03-01T10:00:00Z';
    const draft = { folderId: 'drafts', isDraft: true, received: at, sent: at, to: [{ address }] };
    return call('mail_send_draft', { messageId: ports.mail.deliver(user, draft) });
  },
  'a change of a meeting': async ({ call, event }, address) => {
    const { id } = await event(address);
    return call('calendar_update_event', { eventId: id, location: 'Room 9' });
  },
  'a cancellation': async ({ call, event }, address) => {
    const { id } = await event(address);
    return call('calendar_cancel_event', { eventId: id });
  },
  'a file in a folder that is shared': async ({ ports, user, call, folder }, address) => {
    const joint = await folder();
    await ports.files.invite(user, joint, { addresses: [address], role: 'view' });
    return call('files_write_text', { folderId: joint.itemId, name: 'a.md', content: 'x' });
  },
};

async function verdictOf(work: Promise<unknown>): Promise<Verdict | string> {
  try {
    await work;
    return 'inside';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // There is no page here on which anybody could approve.
    if (error.code === 'policy_denied' && error.message.includes('demands an approval')) return 'outside';
    return error.code === 'invalid_arguments' ? 'refused' : error.code;
  }
}

describe.each(Object.entries(GIVEN))('%s to a recipient who is given as', (_tool, reach) => {
  it.each(oneIn(2, [...FORMS, ...WRITTEN]))('%s', async (_what, text, verdict) => {
    const world = openWorld();
    expect(await verdictOf(reach(world, text))).toBe(verdict);
    const { messages } = await world.ports.mail.searchMessages(world.user, { folder: 'sentitems', limit: 5 });
    if (verdict !== 'inside') expect(messages).toEqual([]);
  });
});

describe.each(Object.entries(FOUND))('%s with a recipient who stands there as', (_tool, reach) => {
  it.each(oneIn(2, FORMS))('%s', async (_what, text, verdict) => {
    expect(await verdictOf(reach(openWorld(), text))).toBe(verdict === 'inside' ? 'inside' : 'outside');
  });
});
