import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const at = (dateTime: string, timeZone = 'W. Europe Standard Time') => ({ dateTime, timeZone });
const TUESDAY = {
  startTime: at('2026-11-24T08:00:00'),
  endTime: at('2026-11-24T18:00:00'),
  availabilityViewInterval: 60,
};

describe('getSchedule', () => {
  it("gives details of the caller's own calendar and bare times of others", async () => {
    const schedules = ['anna@fernglas.example', 'chitra@fernglas.example'];
    const { body } = await graph.ask('/me/calendar/getSchedule', { method: 'POST', body: { ...TUESDAY, schedules } });
    const [own, other] = body.value;
    expect(own).toMatchObject({ scheduleId: 'anna@fernglas.example', availabilityView: '0022002000' });
    expect(own.scheduleItems.map(({ subject }: { subject: string }) => subject)).toEqual([
      'Write the ice core report',
      'Call with the Svalbard station',
    ]);
    expect(other.scheduleItems.length).toBeGreaterThan(0);
    for (const item of other.scheduleItems) expect(Object.keys(item).sort()).toEqual(['end', 'start', 'status']);
  });

  it('shows a shared calendar to its reader, but of private events only the time', async () => {
    const body = {
      schedules: ['anna@fernglas.example'],
      startTime: at('2026-11-25T17:00:00'),
      endTime: at('2026-11-25T20:00:00'),
    };
    const answer = await graph.ask('/me/calendar/getSchedule', { method: 'POST', as: 'ben', body });
    expect(answer.body.value[0].scheduleItems).toEqual([
      {
        isPrivate: true,
        status: 'oof',
        start: { dateTime: '2026-11-25T17:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-11-25T17:45:00.0000000', timeZone: 'UTC' },
      },
    ]);
    expect(answer.body.value[0].availabilityView).toBe('003300');
  });

  it('says for each address that it does not know', async () => {
    const schedules = ['nobody@fernglas.example', 'otto@otterbank.example'];
    const { body } = await graph.ask('/me/calendar/getSchedule', { method: 'POST', body: { ...TUESDAY, schedules } });
    expect(body.value.map(({ error }: { error: { responseCode: string } }) => error.responseCode)).toEqual([
      '5016',
      '5016',
    ]);
  });

  it.each([
    ['more than 62 days', { endTime: at('2027-03-24T08:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['an end before the start', { endTime: at('2026-11-23T08:00:00') }, 'ErrorInvalidParameter'],
    ['nobody', { schedules: [] }, 'ErrorInvalidParameter'],
    ['steps of a minute', { availabilityViewInterval: 1 }, 'ErrorPropertyValidationFailure'],
  ])('refuses %s', async (_, more, code) => {
    const body = { ...TUESDAY, schedules: ['anna@fernglas.example'], ...more };
    const answer = await graph.ask('/me/calendar/getSchedule', { method: 'POST', body });
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
  });
});

describe('findMeetingTimes', () => {
  const constraint = { timeSlots: [{ start: at('2026-11-24T00:00:00'), end: at('2026-11-25T00:00:00') }] };

  it('suggests working hours of the organizer in which nobody is busy, the earliest first', async () => {
    const body = {
      attendees: [{ emailAddress: { address: 'chitra@fernglas.example' } }],
      meetingDuration: 'PT1H',
      timeConstraint: constraint,
      maxCandidates: 3,
      minimumAttendeePercentage: 100,
    };
    const answer = await graph.ask('/me/findMeetingTimes', {
      method: 'POST',
      body,
      headers: { Prefer: 'outlook.timezone="W. Europe Standard Time"' },
    });
    const { meetingTimeSuggestions: found, emptySuggestionsReason } = answer.body;
    expect(emptySuggestionsReason).toBe('');
    expect(found).toHaveLength(3);
    const starts = found.map((one: { meetingTimeSlot: { start: { dateTime: string } } }) =>
      one.meetingTimeSlot.start.dateTime.slice(11, 16),
    );
    expect(starts).toEqual(['08:00', '08:30', '11:30']);
    expect(found[0]).toMatchObject({ confidence: 100, order: 1, organizerAvailability: 'free' });
  });

  it('says why there is nothing', async () => {
    const body = {
      timeConstraint: { timeSlots: [{ start: at('2026-11-24T10:00:00'), end: at('2026-11-24T11:00:00') }] },
    };
    const answer = await graph.ask('/me/findMeetingTimes', { method: 'POST', body });
    expect(answer.body).toMatchObject({ emptySuggestionsReason: 'OrganizerUnavailable', meetingTimeSuggestions: [] });
  });
});
