import { aNewEvent, eventsNamed, type HarnessOf } from './calendar.harness.js';
import { codeOf } from '../suite.js';

export function writingContract(harness: HarnessOf): void {
  it('marks an event in the calendar of who made it, and in no other', async () => {
    const { calendar, as, addressOf, markOf } = harness();
    const attendees = [{ address: addressOf('ben'), kind: 'required' as const }];
    const mark = { client: '0b7f6a2e-5d1c-4e8f-9a3b-2c4d6e8f0a1b' };
    const made = aNewEvent('2027-05-09T09:00:00', { attendees, mark });
    const event = await calendar.createEvent(as('anna'), made);
    expect(await calendar.createEvent(as('anna'), made)).toMatchObject({ id: event.id });
    expect(await markOf('anna', event.id)).toBe(mark.client);
    const changed = await calendar.updateEvent(as('anna'), event, { location: 'Room 9' });
    expect(await markOf('anna', changed.id)).toBe(mark.client);
    const day = ['2027-05-09T00:00:00Z', '2027-05-10T00:00:00Z'] as const;
    const [invited] = await eventsNamed(harness(), as('ben'), made.subject, day);
    expect(await markOf('ben', invited?.id ?? '')).toBeUndefined();
    const other = await calendar.createEvent(as('anna'), aNewEvent('2027-05-09T11:00:00'));
    expect(await markOf('anna', other.id)).toBeUndefined();
  });

  it('makes one event of the same transaction id sent twice', async () => {
    const { calendar, as } = harness();
    const event = aNewEvent('2027-05-10T09:00:00', { subject: 'once' });
    const first = await calendar.createEvent(as('anna'), event);
    const second = await calendar.createEvent(as('anna'), event);
    expect(second.id).toBe(first.id);
    const day = ['2027-05-10T00:00:00Z', '2027-05-11T00:00:00Z'] as const;
    expect(await eventsNamed(harness(), as('anna'), 'once', day)).toHaveLength(1);
  });

  it('does not confuse the same transaction id of two people', async () => {
    const { calendar, as } = harness();
    const event = aNewEvent('2027-05-11T09:00:00', { subject: 'one each' });
    const [anna, ben] = [await calendar.createEvent(as('anna'), event), await calendar.createEvent(as('ben'), event)];
    expect(anna.id).not.toBe(ben.id);
    expect(ben.organizer?.address?.toLowerCase()).toBe(harness().addressOf('ben').toLowerCase());
  });

  it('gives back everything an event was made with', async () => {
    const { calendar, as, addressOf } = harness();
    const { id } = await calendar.createEvent(as('anna'), {
      ...aNewEvent('', { subject: 'whole', location: 'Room 7 & 8', body: 'First line\nsecond line' }),
      time: { allDay: false, start: '2027-05-12T09:00:00', end: '2027-05-12T10:15:00', timeZone: 'America/New_York' },
      attendees: [
        { address: addressOf('ben'), kind: 'required' },
        { address: 'guest@elsewhere.example', kind: 'optional' },
      ],
      isPrivate: true,
      showAs: 'oof',
      onlineMeeting: true,
      reminderMinutes: 30,
    });
    const event = await calendar.getEvent(as('anna'), id, { withBody: true });
    expect(event).toMatchObject({
      id,
      subject: 'whole',
      time: { allDay: false, start: '2027-05-12T13:00:00Z', end: '2027-05-12T14:15:00Z' },
      kind: 'single',
      location: 'Room 7 & 8',
      isOrganizer: true,
      isCancelled: false,
      isPrivate: true,
      showAs: 'oof',
      response: 'organizer',
      isOnlineMeeting: true,
      joinUrl: expect.stringMatching(/^https:/),
      allowsNewTimeProposals: true,
      originalTimeZone: 'America/New_York',
      body: expect.stringMatching(/First line\nsecond line/),
    });
    expect(event.organizer?.address?.toLowerCase()).toBe(addressOf('anna').toLowerCase());
    expect(event.attendees.map(({ address, kind }) => [address?.toLowerCase(), kind])).toEqual([
      [addressOf('ben').toLowerCase(), 'required'],
      ['guest@elsewhere.example', 'optional'],
    ]);
  });

  it('leaves out what an event does not have', async () => {
    const { calendar, as } = harness();
    const { id } = await calendar.createEvent(as('anna'), aNewEvent('2027-05-13T09:00:00'));
    const event = await calendar.getEvent(as('anna'), id, { withBody: true });
    const { location, joinUrl, seriesId, recurrence, attendees } = event;
    expect({ location, joinUrl, seriesId, recurrence, attendees }).toEqual({ attendees: [] });
    expect(event).toMatchObject({ isPrivate: false, showAs: 'busy', isOnlineMeeting: false, body: '' });
  });

  it('gives a body only when it is asked for', async () => {
    const { calendar, as } = harness();
    const created = await calendar.createEvent(as('anna'), aNewEvent('2027-05-14T09:00:00', { body: 'for few eyes' }));
    const without = await calendar.getEvent(as('anna'), created.id, { withBody: false });
    const withBody = await calendar.getEvent(as('anna'), created.id, { withBody: true });
    expect([created.body, without.body, withBody.body]).toEqual([undefined, undefined, 'for few eyes']);
  });

  it.each(['AAMkNobodyHasThis=', 'AAMkNobody/Has+This', 'x'])('does not find the unknown event %s', async (id) => {
    const { calendar, as } = harness();
    expect(await codeOf(calendar.getEvent(as('anna'), id, { withBody: false }))).toBe('not_found');
    const response = { answer: 'accept', notifyOrganizer: false } as const;
    expect(await codeOf(calendar.respond(as('anna'), id, response))).toBe('not_found');
  });

  it("does not find somebody else's event by its id", async () => {
    const { calendar, as } = harness();
    const { id } = await calendar.createEvent(as('anna'), aNewEvent('2027-05-18T09:00:00'));
    expect(await codeOf(calendar.getEvent(as('ben'), id, { withBody: false }))).toBe('not_found');
  });
}
