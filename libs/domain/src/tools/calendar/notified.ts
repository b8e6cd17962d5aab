import { z } from 'zod';
import type { EventDetails } from '../../ports/calendar.port.js';
import type { ToolContext } from '../../tool.js';
import { domainOf, ownDomains } from '../own-domains.js';

/** What every write that reaches other people says of them. */
export const notifiedOutput = {
  notified: z.array(z.string()).describe('Who is told, or would be'),
  external: z.array(z.string()).describe('Those of them outside the organisation').optional(),
};

interface Notified {
  readonly notified: string[];
  readonly external?: string[];
}

/** Whose domain is not known to be the person's own counts as outside. */
export async function notifiedOf(
  addresses: readonly string[],
  event: Pick<EventDetails, 'isOrganizer' | 'organizer'> | undefined,
  context: ToolContext,
): Promise<Notified> {
  if (addresses.length === 0) return { notified: [] };
  const own = await ownDomains(event?.isOrganizer ? event.organizer?.address : undefined, context);
  const external = addresses.filter((address) => !own.includes(domainOf(address)));
  return { notified: [...addresses], ...(external.length > 0 ? { external } : {}) };
}

/** The same in words, for the end of a summary; who they are stands in the data. */
export function inWords({ notified, external = [] }: Notified, dryRun: boolean): string {
  if (notified.length === 0) return ' Nobody is notified.';
  const outside = external.length > 0 ? `, ${external.length} of them outside the organisation` : '';
  return ` ${dryRun ? 'Would notify' : 'Notified'}: ${notified.length}${outside}.`;
}
