import { Calendars, MAIL, type Shown, type Whole, type Written } from './calendar.js';
import { keptOpen } from '../support/keep-open.js';

const GUEST = 'guest@elsewhere.example';
const TIMES = { start: '2028-05-08T09:00', end: '2028-05-08T09:30' };
const RANGE = { from: '2028-05-01', to: '2028-06-30', timeZone: 'Europe/Berlin' };

describe('attendees, answers and online meetings', () => {
  let calendars: Calendars;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  async function invite(args: object = {}): Promise<{ subject: string; id: string; received: Shown }> {
    const subject = calendars.subject();
    const { id } = await calendars.create({ subject, ...TIMES, attendees: [MAIL.ben], ...args });
    const [received] = await atBens(subject);
    if (!received) throw new Error('Ben was not invited.');
    return { subject, id, received };
  }
  const atBens = (subject: string) => calendars.list(subject, RANGE, 'ben');
  const answer = (eventId: string, args: object) => calendars.call<Written>('respond', { eventId, ...args }, 'ben');
  const rolesOf = ({ attendees }: Whole) => attendees.map(({ address, kind }) => `${address} ${kind}`);

  it('adds an attendee and keeps the others', async () => {
    const { id } = await invite();
    const { notified, external } = await calendars.update(id, { addOptionalAttendees: [GUEST] });
    expect(rolesOf(await calendars.get(id))).toEqual([`${MAIL.ben} required`, `${GUEST} optional`]);
    expect({ notified, external }).toEqual({ notified: [GUEST], external: [GUEST] });
  });

  it('removes an attendee, whose copy is cancelled, and keeps the others', async () => {
    const { id, subject } = await invite({ optionalAttendees: [GUEST] });
    const { notified } = await calendars.update(id, { removeAttendees: [MAIL.ben.toUpperCase()] });
    expect(rolesOf(await calendars.get(id))).toEqual([`${GUEST} optional`]);
    expect(notified).toEqual([MAIL.ben]);
    expect(await atBens(subject)).toMatchObject([{ cancelled: true }]);
  });

  it('makes a required attendee optional', async () => {
    const { id } = await invite();
    await calendars.update(id, { addOptionalAttendees: [MAIL.ben] });
    expect(rolesOf(await calendars.get(id))).toEqual([`${MAIL.ben} optional`]);
  });

  it('does not remove who is not invited, and says who is', async () => {
    const { id } = await invite();
    expect(await calendars.refusal('update_event', { eventId: id, removeAttendees: [GUEST] })).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining(MAIL.ben),
    });
  });

  it('tells everybody of new words, and nobody of a reminder', async () => {
    const { id } = await invite({ optionalAttendees: [GUEST] });
    expect((await calendars.update(id, { location: 'Room 5' })).notified).toEqual([MAIL.ben, GUEST]);
    expect((await calendars.update(id, { reminderMinutes: 5 })).notified).toEqual([]);
  });

  it('keeps answers when words change, and asks again when the time does', async () => {
    const { id, received, subject } = await invite();
    await answer(received.id, { response: 'accept' });
    await calendars.update(id, { location: 'Room 5' });
    expect((await calendars.get(id)).attendees).toMatchObject([{ response: 'accepted' }]);
    await calendars.update(id, { start: '2028-05-08T11:00' });
    expect((await calendars.get(id)).attendees).toMatchObject([{ response: 'none' }]);
    expect(await atBens(subject)).toMatchObject([{ start: '2028-05-08T11:00+02:00', response: 'notResponded' }]);
  });

  it('brings an attendee who was declined for one date only to the others', async () => {
    const { subject, received } = await invite({ repeat: 'daily', count: 3 });
    await answer(received.id, { response: 'decline', scope: 'occurrence' });
    expect((await atBens(subject)).map(({ start }) => start.slice(0, 10))).toEqual(['2028-05-09', '2028-05-10']);
  });

  it('shows attendees the one occurrence that was moved', async () => {
    const { id, subject } = await invite({ repeat: 'weekly', count: 3 });
    const [, second] = await calendars.occurrences(id, RANGE);
    await calendars.update(second?.id ?? '', { scope: 'occurrence', start: '2028-05-16T15:00' });
    expect((await atBens(subject)).map(({ start, kind }) => `${start} ${kind}`)).toEqual([
      '2028-05-08T09:00+02:00 occurrence',
      '2028-05-16T15:00+02:00 exception',
      '2028-05-22T09:00+02:00 occurrence',
    ]);
  });

  it('shows attendees the one occurrence that was cancelled', async () => {
    const { id, subject } = await invite({ repeat: 'weekly', count: 3 });
    const [, second] = await calendars.occurrences(id, RANGE);
    const args = { eventId: second?.id, scope: 'occurrence', comment: 'Holiday' };
    expect(await calendars.call<Written>('cancel_event', args)).toMatchObject({ notified: [MAIL.ben] });
    expect((await atBens(subject)).map(({ cancelled }) => cancelled ?? false)).toEqual([false, true, false]);
  });

  it('lets an attendee take what was cancelled out of the calendar, which nobody is told', async () => {
    const { id, subject } = await invite();
    await calendars.call('cancel_event', { eventId: id });
    const [cancelled] = await atBens(subject);
    const removed = await calendars.call<Written>('cancel_event', { eventId: cancelled?.id }, 'ben');
    expect(removed).toMatchObject({ action: 'deleted', notified: [] });
    expect(await atBens(subject)).toEqual([]);
  });

  it('lets an attendee show an event as free without telling anybody', async () => {
    const { received, id } = await invite();
    const own = { eventId: received.id, showAs: 'free' };
    expect(await calendars.call<Written>('update_event', own, 'ben')).toMatchObject({ done: true, notified: [] });
    expect(await calendars.get(id)).not.toHaveProperty('showAs', 'free');
  });

  it.each(['tentative', 'decline'])('proposes another time with %s', async (response) => {
    const { received } = await invite();
    const proposal = { proposedStart: '2028-05-08T15:00', proposedEnd: '2028-05-08T15:30', timeZone: 'Europe/Berlin' };
    expect(await answer(received.id, { response, ...proposal })).toMatchObject({ done: true, notified: [MAIL.anna] });
  });

  it('does not propose another time where the organizer takes none', async () => {
    const { received, id } = await invite();
    await patch(id, { allowNewTimeProposals: false });
    const proposal = { proposedStart: '2028-05-08T15:00', proposedEnd: '2028-05-08T15:30', timeZone: 'Europe/Berlin' };
    const args = { eventId: received.id, response: 'tentative', ...proposal };
    expect(await calendars.refusal('respond', args, 'ben')).toMatchObject({ code: 'not_allowed' });
    expect(
      await calendars.refusal('update_event', { eventId: received.id, start: '2028-05-08T15:00' }, 'ben'),
    ).toMatchObject({ code: 'not_allowed', userAction: expect.stringContaining('comment') });
  });

  it('keeps the Teams link when the text of a meeting changes', async () => {
    const { id } = await calendars.create({ ...TIMES, onlineMeeting: true, body: 'First agenda' });
    const before = await calendars.get(id);
    await calendars.update(id, { body: 'Second agenda\nwith <more> & more' });
    const after = await calendars.get(id);
    expect(after).toMatchObject({ joinUrl: before.joinUrl, online: true });
    expect(after.body).toMatch(/^Second agenda\nwith <more> & more/);
    expect(after.body).toContain('Join the meeting now');
    expect(after.body).not.toContain('First agenda');
  });

  it('keeps one Teams block, however often the text changes', async () => {
    const { id } = await calendars.create({ ...TIMES, onlineMeeting: true });
    for (const body of ['One', 'Two', '']) await calendars.update(id, { body });
    const { body = '' } = await calendars.get(id);
    expect(body.split('Join the meeting now')).toHaveLength(2);
    expect(body).not.toMatch(/One|Two/);
  });

  it('keeps the Teams link of an occurrence whose text changes, and of the others', async () => {
    const { id } = await calendars.create({ ...TIMES, onlineMeeting: true, repeat: 'daily', count: 2, body: 'All' });
    const [first, second] = await calendars.occurrences(id, RANGE);
    await calendars.update(first?.id ?? '', { scope: 'occurrence', body: 'Only today' });
    const bodies = await Promise.all([first, second].map(async (one) => (await calendars.get(one?.id ?? '')).body));
    expect(bodies).toEqual([expect.stringMatching(/^Only today[^]*Join/), expect.stringMatching(/^All[^]*Join/)]);
  });

  it('replaces a text without a Teams block whole', async () => {
    const { id } = await calendars.create({ ...TIMES, body: 'Before' });
    await calendars.update(id, { body: 'After' });
    expect((await calendars.get(id)).body).toBe('After');
  });

  /** As the organizer would in Outlook. */
  async function patch(id: string, changes: object): Promise<void> {
    const token = await calendars.tenant.token({ user: 'anna', audience: 'graph', scope: 'Calendars.ReadWrite' });
    const response = await fetch(`${calendars.tenant.graphUrl}/v1.0/me/events/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(changes),
    });
    expect(response.status).toBe(200);
  }
});
