import {
  CalendarPort,
  type EventDetails,
  type EventPage,
  type EventVersion,
  assertAllowedRecipients,
  type NewEvent,
  ToolCatalog,
  TOOLS,
} from '@app/domain';
import fc from 'fast-check';
import { aCaller, someLimits } from '@app/testing';
import { aPolicy, aRunner, errorOf } from './support.js';

const OURS = 'fernglas.example';
const policy = aPolicy({ recipientDomains: [OURS, 'partner.example'] });
const allowed = (address: string | undefined) => {
  try {
    assertAllowedRecipients([address], policy);
    return true;
  } catch {
    return false;
  }
};

const EVENT: EventDetails = {
  id: 'E1',
  subject: 'Invitation',
  time: { allDay: false, start: '2026-11-23T08:00:00Z', end: '2026-11-23T08:30:00Z' },
  kind: 'single',
  isOrganizer: false,
  isCancelled: false,
  isPrivate: false,
  showAs: 'busy',
  response: 'notResponded',
  isOnlineMeeting: false,
  attendees: [],
  allowsNewTimeProposals: true,
  version: '1',
};

/** A calendar with one invitation in it, that tells what was written. */
class OneInvitation extends CalendarPort {
  readonly written: string[] = [];

  constructor(readonly organizer?: string) {
    super();
  }

  override listCalendars = async () => [];
  override listEvents = async (): Promise<EventPage> => ({ events: [] });
  override listOccurrences = this.listEvents;
  override getEvent = async (): Promise<EventDetails> => ({
    ...EVENT,
    organizer: this.organizer === undefined ? undefined : { address: this.organizer },
  });

  override async createEvent(_user: unknown, event: NewEvent): Promise<EventDetails> {
    this.written.push(event.subject);
    return EVENT;
  }

  override async updateEvent(_user: unknown, { id }: EventVersion): Promise<EventDetails> {
    this.written.push(id);
    return EVENT;
  }

  override async cancelEvent(_user: unknown, eventId: string): Promise<void> {
    this.written.push(eventId);
  }

  override async deleteEvent(_user: unknown, { id }: EventVersion): Promise<void> {
    this.written.push(id);
  }

  override async respond(_user: unknown, eventId: string): Promise<void> {
    this.written.push(eventId);
  }
}

function call(calendar: OneInvitation, name: string, args: object, chosen = policy) {
  const runner = aRunner(new ToolCatalog(TOOLS, chosen), calendar);
  return runner.run({ caller: aCaller(), name, arguments: args, limits: someLimits() });
}

describe('an address', () => {
  it.each([`a@${OURS}`, `A.B+c@${OURS.toUpperCase()}`, 'x@partner.example'])('like %s may be sent to', (address) => {
    expect(allowed(address)).toBe(true);
  });

  it.each([
    'a@elsewhere.example',
    `a@sub.${OURS}`,
    `a@not${OURS}`,
    `a@${OURS}.evil.example`,
    `a@${OURS}.`,
    `a@evil.example@${OURS}`,
    `"a@evil.example"@${OURS}`,
    `a@evil.example,b@${OURS}`,
    `a@evil.example\r\nBcc: b@${OURS}`,
    `Friend <a@evil.example> b@${OURS}`,
    `@${OURS}`,
    OURS,
    '/O=EXCHANGE/OU=GROUP/CN=RECIPIENTS/CN=SOMEBODY',
    `IMCEAEX-_O=EXCHANGELABS_OU=GROUP_CN=RECIPIENTS_CN=SOMEBODY@${OURS}`,
    `imceasmtp-a+40evil+2Eexample@${OURS}`,
    `a_evil.example#EXT#@${OURS}`,
    `a_evil.example#ext#b@${OURS}`,
    `a%evil.example@${OURS}`,
    `evil.example!a@${OURS}`,
    `SRS0=x1=tt=evil.example=a@${OURS}`,
    `<a@evil.example>@${OURS}`,
    `<a@${OURS}>`,
    `a@${OURS}..`,
    `a@${OURS}\u2024evil.example`,
    `a@fernglas\uff0eexample`,
    // Letters that look the same, are wide, or become ASCII in lower case.
    'a@fernglаs.example',
    'a@ｆｅｒｎｇｌａｓ.example',
    'a@fernglaſ.example',
    'a@fernglas。example',
    'a@fernglas.example\u00ad',
    `a@${OURS}%2eevil.example`,
    '',
    undefined,
  ])('like %j may not', (address) => {
    expect(allowed(address)).toBe(false);
  });

  it('is allowed exactly if it has one @, a domain of the list after it, and nothing that could hide another', () => {
    const piece = fc.constantFrom('a', '@', '.', OURS, 'evil.example', ' ', '"', '<', '>', ',', '\n', '\u0430', '%40');
    const anything = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const nearly = fc.tuple(anything, fc.constantFrom(`@${OURS}`, `@evil.${OURS}`, '@')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (address) => {
        const [local, domain, ...more] = address.split('@');
        const plain = [...' "<>,\n%'].every((character) => !address.includes(character));
        expect(allowed(address)).toBe(plain && local !== '' && domain === OURS && more.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of an international domain is allowed by the name that DNS knows', () => {
    const ours = aPolicy({ recipientDomains: ['xn--mnchen-3ya.example'] });
    expect(() => assertAllowedRecipients(['a@München.example', 'b@xn--mnchen-3ya.example'], ours)).not.toThrow();
    expect(() => assertAllowedRecipients(['a@munchen.example'], ours)).toThrow();
  });

  it('of any domain may be sent to where none is named', () => {
    expect(() => assertAllowedRecipients(['a@elsewhere.example', undefined], aPolicy())).not.toThrow();
  });

  it('is named in the refusal, a few of many', async () => {
    const many = Array.from({ length: 7 }, (_, index) => `p${index}@evil.example`);
    const refused = await errorOf((async () => assertAllowedRecipients(many, policy))());
    expect(refused.message).toContain('p4@evil.example and 2 more.');
    expect(refused.message).toContain('allows recipients of fernglas.example, partner.example only');
  });
});

describe('calendar_create_event', () => {
  const args = { subject: 'Talk', start: '2026-11-23T09:00', end: '2026-11-23T09:30' };

  it.each([
    ['an attendee', { attendees: [`a@${OURS}`, 'b@elsewhere.example'] }],
    ['an optional attendee', { optionalAttendees: ['b@elsewhere.example'] }],
  ])('refuses %s outside the allowed domains before anything is written, on a dry run too', async (_who, who) => {
    for (const dryRun of [false, true]) {
      const calendar = new OneInvitation();
      expect(await errorOf(call(calendar, 'calendar_create_event', { ...args, ...who, dryRun }))).toMatchObject({
        code: 'policy_denied',
        message: `The operator of this server allows recipients of ${OURS}, partner.example only. Not allowed: b@elsewhere.example.`,
      });
      expect(calendar.written).toEqual([]);
    }
  });

  it('invites people of the allowed domains, and needs none for an event without guests', async () => {
    const calendar = new OneInvitation();
    await call(calendar, 'calendar_create_event', { ...args, attendees: [`a@${OURS}`] });
    await call(calendar, 'calendar_create_event', args);
    expect(calendar.written).toEqual(['Talk', 'Talk']);
  });
});

describe('calendar_respond', () => {
  const args = { eventId: 'E1', response: 'accept' };

  it.each([['outsider@elsewhere.example'], [undefined]])(
    'does not notify the organizer %j where domains are restricted, on a dry run either',
    async (organizer) => {
      for (const dryRun of [false, true]) {
        const calendar = new OneInvitation(organizer);
        const refused = await errorOf(call(calendar, 'calendar_respond', { ...args, dryRun }));
        expect([refused.code, calendar.written]).toEqual(['policy_denied', []]);
      }
    },
  );

  it('answers without notifying', async () => {
    const calendar = new OneInvitation('outsider@elsewhere.example');
    await call(calendar, 'calendar_respond', { ...args, notifyOrganizer: false });
    expect(calendar.written).toEqual(['E1']);
  });

  it('answers an organizer of an allowed domain, and anybody without a restriction', async () => {
    const ours = new OneInvitation(`ben@${OURS}`);
    await call(ours, 'calendar_respond', args);
    const outside = new OneInvitation('outsider@elsewhere.example');
    await call(outside, 'calendar_respond', args, aPolicy());
    expect([ours.written, outside.written]).toEqual([['E1'], ['E1']]);
  });
});
