import { CalendarPort, type EventDetails, type EventPage, type EventVersion, ToolCatalog, TOOLS } from '@app/domain';
import { aCaller, someLimits } from '@app/testing';
import { aPolicy, aRunner, errorOf } from './support.js';

const OURS = 'fernglas.example';
const policy = aPolicy({ recipientDomains: [OURS] });

/** A calendar with one meeting of its owner, that tells what was written. */
class OneMeeting extends CalendarPort {
  readonly written: string[] = [];

  constructor(readonly attendees: readonly string[]) {
    super();
  }

  override listCalendars = async () => [];
  override listEvents = async (): Promise<EventPage> => ({ events: [] });
  override listOccurrences = this.listEvents;
  override getEvent = async (): Promise<EventDetails> => ({
    id: 'E1',
    subject: 'Talk',
    time: { allDay: false, start: '2026-11-23T08:00:00Z', end: '2026-11-23T09:00:00Z' },
    kind: 'single',
    organizer: { address: `anna@${OURS}` },
    isOrganizer: true,
    isCancelled: false,
    isPrivate: false,
    showAs: 'busy',
    response: 'organizer',
    isOnlineMeeting: false,
    attendees: this.attendees.map((address) => ({ address, kind: 'required', response: 'none' })),
    allowsNewTimeProposals: true,
    version: '1',
  });
  override createEvent = this.getEvent;

  override async updateEvent(_user: unknown, { id }: EventVersion): Promise<EventDetails> {
    this.written.push(`updated ${id}`);
    return this.getEvent();
  }

  override async cancelEvent(_user: unknown, eventId: string): Promise<void> {
    this.written.push(`cancelled ${eventId}`);
  }

  override async deleteEvent(_user: unknown, { id }: EventVersion): Promise<void> {
    this.written.push(`deleted ${id}`);
  }

  override async respond(): Promise<void> {
    this.written.push('answered');
  }
}

function call(calendar: OneMeeting, name: string, args: object) {
  const runner = aRunner(new ToolCatalog(TOOLS, policy), calendar);
  return runner.run({ caller: aCaller(), name, arguments: { eventId: 'E1', ...args }, limits: someLimits() });
}

const OUTSIDER = 'b@elsewhere.example';

describe('where domains are restricted', () => {
  it.each([
    ['a new attendee', [`a@${OURS}`], { addAttendees: [OUTSIDER] }],
    ['a new optional attendee', [], { addOptionalAttendees: [OUTSIDER] }],
    ['a removed attendee, who would be told', [`a@${OURS}`, OUTSIDER], { removeAttendees: [OUTSIDER] }],
    ['an attendee there is', [OUTSIDER], { subject: 'Other words' }],
    ['an attendee of a meeting that moves', [OUTSIDER], { start: '2026-11-24' }],
  ])('calendar_update_event refuses to tell %s, on a dry run too', async (_who, attendees, args) => {
    for (const dryRun of [false, true]) {
      const calendar = new OneMeeting(attendees);
      const refused = await errorOf(call(calendar, 'calendar_update_event', { ...args, dryRun }));
      expect([refused.code, calendar.written]).toEqual(['policy_denied', []]);
      expect(refused.message).toContain(OUTSIDER);
    }
  });

  it('calendar_update_event changes what nobody outside is told of', async () => {
    const calendar = new OneMeeting([OUTSIDER]);
    await call(calendar, 'calendar_update_event', { reminderMinutes: 5 });
    await call(calendar, 'calendar_update_event', { addAttendees: [`a@${OURS}`] });
    expect(calendar.written).toEqual(['updated E1', 'updated E1']);
  });

  it('calendar_cancel_event refuses to tell an attendee, on a dry run too', async () => {
    for (const dryRun of [false, true]) {
      const calendar = new OneMeeting([OUTSIDER]);
      const refused = await errorOf(call(calendar, 'calendar_cancel_event', { dryRun }));
      expect([refused.code, calendar.written]).toEqual(['policy_denied', []]);
    }
  });

  it('calendar_cancel_event cancels among allowed people, and deletes what has no attendees', async () => {
    const [meeting, alone] = [new OneMeeting([`a@${OURS}`]), new OneMeeting([])];
    await call(meeting, 'calendar_cancel_event', {});
    await call(alone, 'calendar_cancel_event', {});
    expect([meeting.written, alone.written]).toEqual([['cancelled E1'], ['deleted E1']]);
  });

  it('a dry run writes nothing', async () => {
    const calendar = new OneMeeting([`a@${OURS}`]);
    await call(calendar, 'calendar_update_event', { subject: 'Other words', dryRun: true });
    await call(calendar, 'calendar_cancel_event', { dryRun: true });
    expect(calendar.written).toEqual([]);
  });
});
