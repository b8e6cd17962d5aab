import type { Reference } from '../cases/index.js';
import type { Scope } from '../cases/calendar.js';
import { type AskGraph, eventIdOf, type Situation } from '../side.js';

export const NO_OCCURRENCE = 'a series is no occurrence';
export const OF_OTHERS = 'somebody else organizes it';

export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly seriesMasterId: string | null;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly attendees: readonly { readonly type: string; readonly emailAddress: { readonly address: string } }[];
}

/** The event that the scope means, as it is; of a series named where an occurrence was meant, the series. */
export async function targetOf(
  { event, scope }: { readonly event: Reference; readonly scope: Scope },
  ask: AskGraph,
  situation: Situation,
): Promise<SeenEvent> {
  const named = await readToWrite(pathOf(eventIdOf(event, situation)), ask);
  const isOther = scope === 'series' && named.seriesMasterId !== null;
  return isOther ? ask<SeenEvent>({ path: pathOf(named.seriesMasterId ?? '') }) : named;
}

/** What may not be read is written all the same, so that it is known whether the token might have. */
async function readToWrite(path: string, ask: AskGraph): Promise<SeenEvent> {
  try {
    return await ask<SeenEvent>({ path });
  } catch (error) {
    await ask({ method: 'PATCH', path, body: {} });
    throw error;
  }
}

export function pathOf(id: string): string {
  return `/me/events/${encodeURIComponent(id)}`;
}

/** Which of the tools' own rules the event does not meet, if any. */
export function ruleBroken({ type, isOrganizer }: SeenEvent, scope: Scope): string | undefined {
  if (type === 'seriesMaster' && scope === 'occurrence') return NO_OCCURRENCE;
  return isOrganizer ? undefined : OF_OTHERS;
}
