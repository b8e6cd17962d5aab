import type { CalendarEvent, EventChanges, EventDetails, NewEvent } from '@app/domain';
import { aNewEvent, eventsNamed, type HarnessOf } from './calendar.harness.js';
import { codeOf } from '../suite.js';

const DAILY = { every: 'day', interval: 1, from: '2027-07-05', count: 3 } as const;
const JULY = ['2027-07-01T00:00:00Z', '2027-08-01T00:00:00Z'] as const;

/** A time of half an hour. */
function at(start: string): Pick<NewEvent, 'time'> {
  return { time: aNewEvent(start).time };
}

export function changingContract(harness: HarnessOf): void {
  async function create(start: string, overrides: Partial<NewEvent> = {}): Promise<EventDetails> {
    return harness().calendar.createEvent(harness().as('anna'), aNewEvent(start, overrides));
  }
  async function update(event: EventDetails, changes: EventChanges): Promise<EventDetails> {
    return harness().calendar.updateEvent(harness().as('anna'), event, changes);
  }
  async function read(id: string, withBody = false): Promise<EventDetails> {
    return harness().calendar.getEvent(harness().as('anna'), id, { withBody });
  }
  async function listed(subject: string | RegExp, person: 'anna' | 'ben' = 'anna'): Promise<readonly CalendarEvent[]> {
    return eventsNamed(harness(), harness().as(person), subject, JULY);
  }
  const startsOf = (events: readonly CalendarEvent[]) => events.map(({ time }) => time.start);
  const ben = () => [{ address: harness().addressOf('ben'), kind: 'required' as const }];

  it('changes what is given and nothing else', async () => {
    const before = await create('2027-07-01T09:00:00', { location: 'Room 1', body: 'Agenda', showAs: 'oof' });
    const after = await update(before, { subject: 'renamed', isPrivate: true });
    expect(after).toMatchObject({
      id: before.id,
      subject: 'renamed',
      isPrivate: true,
      location: 'Room 1',
      showAs: 'oof',
    });
    expect(await read(before.id, true)).toMatchObject({ subject: 'renamed', time: before.time, body: 'Agenda' });
  });

  it.each(['', 'daily'])('leaves what is undefined as it is (%s)', async (repeat) => {
    const recurrence = repeat === '' ? undefined : DAILY;
    const { id } = await create('2027-07-05T16:00:00', { location: 'Room 1', showAs: 'oof', recurrence });
    const [first] = recurrence ? (await listed(/./)).filter(({ seriesId }) => seriesId === id) : [{ id }];
    const before = await read(first?.id ?? '');
    const after = await update(before, { subject: undefined, location: undefined, time: undefined, isPrivate: true });
    const { subject, location, showAs, time } = before;
    expect(after).toMatchObject({ subject, location, showAs, time, isPrivate: true });
  });

  it('takes a location away', async () => {
    const before = await create('2027-07-01T11:00:00', { location: 'Room 1' });
    expect((await update(before, { location: '' })).location || undefined).toBeUndefined();
  });

  it('changes nothing but the version that was seen', async () => {
    const before = await create('2027-07-01T13:00:00');
    const after = await update(before, { subject: 'first' });
    expect(after.version).not.toBe(before.version);
    expect(await codeOf(update(before, { subject: 'second' }))).toBe('conflict');
    expect(await codeOf(harness().calendar.deleteEvent(harness().as('anna'), before))).toBe('conflict');
    expect((await read(before.id)).subject).toBe('first');
  });

  it('moves an event and asks everybody again', async () => {
    const { calendar, as } = harness();
    const before = await create('2027-07-02T09:00:00', { attendees: ben() });
    const [received] = await listed(before.subject, 'ben');
    await calendar.respond(as('ben'), received?.id ?? '', { answer: 'accept', notifyOrganizer: true });
    await update(await read(before.id), at('2027-07-02T15:00:00'));
    expect(startsOf(await listed(before.subject))).toEqual(['2027-07-02T15:00:00Z']);
    expect(await listed(before.subject, 'ben')).toMatchObject([
      { response: 'notResponded', time: { start: '2027-07-02T15:00:00Z' } },
    ]);
    expect((await read(before.id)).attendees[0]?.response).toBe('none');
  });

  it('keeps answers where only words change', async () => {
    const { calendar, as } = harness();
    const before = await create('2027-07-02T17:00:00', { attendees: ben() });
    const [received] = await listed(before.subject, 'ben');
    await calendar.respond(as('ben'), received?.id ?? '', { answer: 'accept', notifyOrganizer: true });
    const after = await update(await read(before.id), { subject: `${before.subject}!` });
    expect(after.attendees[0]?.response).toBe('accepted');
    expect(await listed(`${before.subject}!`, 'ben')).toMatchObject([{ response: 'accepted' }]);
  });

  it('invites who is added and cancels for who is removed', async () => {
    const before = await create('2027-07-03T09:00:00');
    const invited = await update(before, {
      attendees: [...ben(), { address: 'guest@elsewhere.example', kind: 'optional' }],
    });
    expect(invited.attendees.map(({ kind }) => kind)).toEqual(['required', 'optional']);
    expect(await listed(before.subject, 'ben')).toMatchObject([{ isCancelled: false }]);
    await update(invited, { attendees: [{ address: 'guest@elsewhere.example', kind: 'optional' }] });
    expect(await listed(new RegExp(before.subject), 'ben')).toMatchObject([{ isCancelled: true }]);
  });

  it('keeps an online meeting when its text changes', async () => {
    const before = await create('2027-07-03T11:00:00', { onlineMeeting: true, body: 'Old words' });
    await update(before, { body: 'New <words> & more\nin two lines' });
    const after = await read(before.id, true);
    expect(after).toMatchObject({ isOnlineMeeting: true, joinUrl: before.joinUrl });
    expect(after.body).toMatch(/^New <words> & more\nin two lines/);
    expect(after.body).not.toContain('Old words');
  });

  it('makes one occurrence an exception and leaves the others', async () => {
    const series = await create('2027-07-05T09:00:00', { recurrence: DAILY });
    const [, second] = await listed(series.subject);
    const moved = await update(await read(second?.id ?? ''), at('2027-07-06T14:00:00'));
    expect(moved).toMatchObject({ id: second?.id, kind: 'exception', seriesId: series.id });
    const events = await listed(series.subject);
    expect(startsOf(events)).toEqual(['2027-07-05T09:00:00Z', '2027-07-06T14:00:00Z', '2027-07-07T09:00:00Z']);
    expect(events.map(({ kind }) => kind)).toEqual(['occurrence', 'exception', 'occurrence']);
  });

  it('does not move an occurrence to the day of its neighbour', async () => {
    const series = await create('2027-07-05T16:00:00', { recurrence: DAILY });
    const [, second] = await listed(series.subject);
    const occurrence = await read(second?.id ?? '');
    for (const day of ['2027-07-05', '2027-07-07', '2027-07-20']) {
      expect(await codeOf(update(occurrence, at(`${day}T18:00:00`)))).toBe('invalid_arguments');
    }
  });

  it('changes words of the whole series, exceptions or not', async () => {
    const series = await create('2027-07-05T10:00:00', { recurrence: DAILY });
    const [, second] = await listed(series.subject);
    await update(await read(second?.id ?? ''), at('2027-07-06T11:00:00'));
    const subject = `${series.subject} renamed`;
    await update(await read(series.id), { subject });
    expect(startsOf(await listed(subject))).toEqual([
      '2027-07-05T10:00:00Z',
      '2027-07-06T11:00:00Z',
      '2027-07-07T10:00:00Z',
    ]);
  });

  it('moves a whole series and with it its exceptions', async () => {
    const series = await create('2027-07-05T12:00:00', { recurrence: DAILY });
    const [, second] = await listed(series.subject);
    await update(await read(second?.id ?? ''), at('2027-07-06T11:00:00'));
    const current = await read(series.id);
    await update(current, { ...at('2027-07-05T13:00:00'), recurrence: current.recurrence });
    const events = await listed(series.subject);
    expect(startsOf(events)).toEqual([5, 6, 7].map((day) => `2027-07-0${day}T13:00:00Z`));
    expect(events.map(({ kind }) => kind)).toEqual(['occurrence', 'occurrence', 'occurrence']);
  });

  it('cancels a meeting for everybody, and for its organizer only', async () => {
    const { calendar, as } = harness();
    const made = await create('2027-07-08T09:00:00', { attendees: ben() });
    const [received] = await listed(made.subject, 'ben');
    expect(await codeOf(calendar.cancelEvent(as('ben'), received?.id ?? '', 'no'))).toBe('not_allowed');
    await calendar.cancelEvent(as('anna'), made.id, 'Not this week');
    expect(await listed(new RegExp(made.subject))).toEqual([]);
    const [cancelled] = await listed(new RegExp(made.subject), 'ben');
    expect(cancelled).toMatchObject({ isCancelled: true });
    const seen = await calendar.getEvent(as('ben'), cancelled?.id ?? '', { withBody: false });
    await calendar.deleteEvent(as('ben'), seen);
    expect(await listed(new RegExp(made.subject), 'ben')).toEqual([]);
  });

  it('cancels one occurrence and leaves the others', async () => {
    const { calendar, as } = harness();
    const made = await create('2027-07-09T09:00:00', {
      attendees: ben(),
      recurrence: { ...DAILY, from: '2027-07-09' },
    });
    const [, second] = await listed(made.subject);
    await calendar.cancelEvent(as('anna'), second?.id ?? '');
    expect(startsOf(await listed(made.subject))).toEqual(['2027-07-09T09:00:00Z', '2027-07-11T09:00:00Z']);
    const atBens = await listed(new RegExp(made.subject), 'ben');
    expect(atBens.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false]);
    expect(await codeOf(read(second?.id ?? ''))).toBe('not_found');
  });

  it('deletes an event, and one occurrence of a series', async () => {
    const { calendar, as } = harness();
    const single = await create('2027-07-13T09:00:00');
    await calendar.deleteEvent(as('anna'), single);
    expect(await codeOf(read(single.id))).toBe('not_found');
    const series = await create('2027-07-14T09:00:00', { recurrence: { ...DAILY, from: '2027-07-14' } });
    const [first] = await listed(series.subject);
    await calendar.deleteEvent(as('anna'), await read(first?.id ?? ''));
    expect(startsOf(await listed(series.subject))).toEqual(['2027-07-15T09:00:00Z', '2027-07-16T09:00:00Z']);
  });

  it("does not reach somebody else's event", async () => {
    const { calendar, as } = harness();
    const made = await create('2027-07-20T09:00:00');
    expect(await codeOf(calendar.updateEvent(as('ben'), made, { subject: 'mine' }))).toBe('not_found');
    expect(await codeOf(calendar.cancelEvent(as('ben'), made.id))).toBe('not_found');
    expect(await codeOf(calendar.deleteEvent(as('ben'), made))).toBe('not_found');
  });
}
