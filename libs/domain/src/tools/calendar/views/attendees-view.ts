import { z } from 'zod';
import type { Attendee, ResponseStatus } from '../../../ports/calendar.port.js';
import type { TimeSlot } from '../../../time/event-time.js';
import { inZone } from '../../../time/local-time.js';

/** Attendees that one call shows. */
const AT_ONCE = 50;

/** Another time, local with offset. */
export const proposedOutput = z.object({ start: z.string(), end: z.string() });

const attendee = z.object({
  name: z.string().optional(),
  address: z.string().optional(),
  kind: z.string(),
  response: z.string(),
  proposed: proposedOutput.describe('The time they propose instead').optional(),
});

/** Who is invited to an event and what they answered; counts of all, and a part of the list. */
export const attendeesOutput = {
  attendees: z.array(attendee),
  attendeeCounts: z
    .object({
      total: z.number(),
      accepted: z.number(),
      tentative: z.number(),
      declined: z.number(),
      none: z.number().describe('No answer yet'),
    })
    .optional(),
  nextAttendeesStart: z.number().optional(),
};

/** Where a part of a long list of attendees begins. */
export const attendeesStartInput = z
  .int()
  .min(0)
  .max(10_000)
  .describe('Where to continue: nextAttendeesStart of the previous call')
  .default(0);

type Attendees = z.input<z.ZodObject<typeof attendeesOutput>>;

/** The part that begins there; whoever proposes another time comes first, so that nobody overlooks it. */
export function attendeesView(all: readonly Attendee[], timeZone: string, start = 0): Attendees {
  const proposing = all.filter(({ proposedTime }) => proposedTime);
  const ordered = [...proposing, ...all.filter(({ proposedTime }) => !proposedTime)];
  const end = start + AT_ONCE;
  return {
    attendees: ordered.slice(start, end).map((one) => toView(one, timeZone)),
    attendeeCounts: all.length > 0 ? countsOf(all) : undefined,
    nextAttendeesStart: end < all.length ? end : undefined,
  };
}

/** A proposal as it is shown. */
export function proposedIn({ start, end }: TimeSlot, timeZone: string): z.input<typeof proposedOutput> {
  return { start: inZone(start, timeZone), end: inZone(end, timeZone) };
}

function toView({ name, address, kind, response, proposedTime }: Attendee, timeZone: string): z.input<typeof attendee> {
  const proposed = proposedTime && proposedIn(proposedTime, timeZone);
  return { name, address: address || undefined, kind, response, proposed };
}

function countsOf(all: readonly Attendee[]): NonNullable<Attendees['attendeeCounts']> {
  const having = (...responses: ResponseStatus[]) => all.filter(({ response }) => responses.includes(response)).length;
  return {
    total: all.length,
    accepted: having('accepted', 'organizer'),
    tentative: having('tentative'),
    declined: having('declined'),
    none: having('none', 'notResponded'),
  };
}
