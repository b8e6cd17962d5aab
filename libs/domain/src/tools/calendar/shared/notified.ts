import { z } from 'zod';
import type { EventDetails, Participant } from '../../../ports/calendar.port.js';
import type { ToolContext } from '../../../tool/tool.js';
import { domainOf, ownDomains } from '../../shared/own-domains.js';
import { labelOf, mailOf } from './participants.js';

/** So many are named, those outside the organisation first; of more, how many there are. */
const MOST = 100;

/** What every write that reaches other people says of them. */
export const notifiedOutput = {
  notified: z.array(z.string()).describe('Who is notified, or would be'),
  /** How many are told, where not all are named. */
  notifiedCount: z.number().optional(),
  external: z.array(z.string()).describe('Of those, people outside the organisation').optional(),
};

/** Who is told, as every write says it. */
export interface Notified {
  readonly notified: string[];
  readonly notifiedCount?: number;
  readonly external?: string[];
}

/** Whose domain is not known to be the person's own counts as outside, and so does whoever has no address. */
export async function toNotified(
  people: readonly Participant[],
  event: Pick<EventDetails, 'isOrganizer' | 'organizer'> | undefined,
  context: ToolContext,
): Promise<Notified> {
  if (people.length === 0) return { notified: [] };
  const own = await ownDomains(event?.isOrganizer ? event.organizer && mailOf(event.organizer) : undefined, context);
  const isOutside = (person: Participant) => !own.includes(domainOf(mailOf(person) ?? ''));
  const external = people.filter(isOutside).map(labelOf);
  const ordered =
    people.length > MOST ? [...external, ...people.filter((one) => !isOutside(one)).map(labelOf)] : people.map(labelOf);
  return {
    notified: ordered.slice(0, MOST),
    ...(people.length > MOST ? { notifiedCount: people.length } : {}),
    ...(external.length > 0 ? { external: external.slice(0, MOST) } : {}),
  };
}

/** The same in words, for the end of a summary; who they are stands in the data. */
export function inWords(
  { notified, notifiedCount = notified.length, external = [] }: Notified,
  dryRun: boolean,
): string {
  if (notified.length === 0) return ' Nobody is notified.';
  const outside = external.length > 0 ? `, ${external.length} of them outside the organisation` : '';
  return ` ${dryRun ? 'Would notify' : 'Notified'}: ${notifiedCount}${outside}.`;
}
