import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { ADDRESS, type Options, SCOPES, tryThen, type Fixture, WORLDS } from './adapters.js';

interface Shown {
  readonly id: string;
}

const options = fc.record({ restricted: fc.boolean(), mayRead: fc.boolean() }).map(({ restricted, mayRead }) => ({
  policy: restricted ? { recipientDomains: ['contract.example'] } : {},
  scopes: mayRead ? SCOPES : ['Calendars.ReadWrite', 'MailboxSettings.Read'],
}));
const scope = fc.constantFrom(undefined, 'occurrence', 'occurrence', 'series', 'series');
const what = fc.constantFrom('single', 'series', 'series', 'occurrence', 'occurrence', 'gone');
const comment = fc.constantFrom(undefined, undefined, 'Sorry');

describe.each(WORLDS)('What a dry run says of meetings, %s,', (_where, open, numRuns) => {
  const keep = keptOpen();
  let fixture: Fixture;
  let count = 0;
  beforeAll(async () => {
    fixture = await keep(open());
  });

  const always = async <Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => Promise<void>) =>
    fc.assert(fc.asyncProperty(cases, check), tries(numRuns));

  /** A meeting of anna's as somebody has it: the id of what is meant. */
  async function meeting(kind: string, attendees: readonly string[], who: 'anna' | 'ben'): Promise<string> {
    if (kind === 'gone') return 'AAMkGone=';
    const subject = `Meeting-${++count}-x`;
    const day = new Date(Date.UTC(2026, 4, 4 * count)).toISOString().slice(0, 10);
    const times = { start: `${day}T09:00`, end: `${day}T09:30`, timeZone: 'UTC' };
    const repeats = kind === 'single' ? {} : { repeat: 'daily', count: 3 };
    await fixture.call('calendar_create_event', { subject, ...times, ...repeats, attendees });
    const range = { from: day, to: day, query: subject, timeZone: 'UTC' };
    const listed = await fixture.call<{ events: Shown[] }>('calendar_list_events', range, { who });
    const id = listed.events[0]?.id;
    if (kind !== 'series') return id ?? subject;
    const { event } = await fixture.call<{ event: { seriesId: string } }>(
      ...(['calendar_get_event', { eventId: id }, { who }] as const),
    );
    return event.seriesId;
  }

  const comesTrue = async (name: string, args: object, more: Options) => {
    const { tried, made } = await tryThen(fixture, name, args, more);
    expect({ args, ...made }).toEqual({ args, ...tried });
  };

  it('is what is cancelled or deleted, who is told, and why not', async () => {
    const attendees = fc.subarray([ADDRESS.ben, ADDRESS.eva]);
    const who = fc.constantFrom('anna', 'ben');
    await always(
      fc.tuple(what, attendees, who, scope, comment, options),
      async ([kind, people, of, meant, said, more]) => {
        const invited = of === 'ben' ? [...new Set([ADDRESS.ben, ...people])] : people;
        const eventId = await meeting(kind, invited, of);
        await comesTrue('calendar_cancel_event', { eventId, scope: meant, comment: said }, { ...more, who: of });
        await comesTrue('calendar_cancel_event', { eventId, scope: meant }, { ...more, who: of });
      },
    );
  });

  it('is what is answered, who is told, and why not', async () => {
    const answers = fc.record({
      response: fc.constantFrom('accept', 'tentative', 'decline'),
      notifyOrganizer: fc.boolean(),
      scope,
      comment,
      proposal: fc.constantFrom(
        {},
        {},
        {},
        { proposedStart: '2026-05-05T09:00', proposedEnd: '2026-05-05T09:30', timeZone: 'UTC' },
        { proposedStart: '2026-05-05T09:00', proposedEnd: '2026-05-05T09:00', timeZone: 'UTC' },
        { proposedStart: '2026-05-05T09:00' },
      ),
    });
    const who = fc.constantFrom('ben', 'ben', 'ben', 'anna');
    await always(fc.tuple(what, who, answers, options), async ([kind, of, { proposal, ...answer }, more]) => {
      const eventId = await meeting(kind, [ADDRESS.ben], of);
      const allowed = { ...more, policy: of === 'ben' ? more.policy : {}, who: of };
      await comesTrue('calendar_respond', { eventId, ...answer, ...proposal }, allowed);
      await comesTrue('calendar_respond', { eventId, ...answer, ...proposal }, allowed);
    });
  });
});
