import { BEGINNING_MS } from '../beginning.js';
import type { ListOccurrences } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type AskGraph, type Equivalent, eventIdOf, zoneFor } from '../side.js';

export const NOT_A_SERIES = 'not a series';

const DAY_MS = 86_400_000;

interface Page {
  readonly occurrences: readonly { readonly id: string }[];
  readonly cursor?: string;
}

interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly seriesMasterId: string | null;
}

/** The occurrences around the worlds' beginning, by id. */
export const listOccurrences: Equivalent<ListOccurrences> = {
  throughServer: async ({ event, limit, timeZone }, call, situation) => {
    const { from, to } = rangeAroundBeginning();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const eventId = eventIdOf(event, situation);
      const page: Page = await call<Page>({ eventId, limit, timeZone, from, to, cursor });
      ids.push(...page.occurrences.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return ids.sort();
  },
  directly: async (operation, ask, situation) => {
    await zoneFor(operation, ask, situation);
    const series = await seriesOf(eventIdOf(operation.event, situation), ask);
    if (series === undefined) return NOT_A_SERIES;
    const { from, to } = rangeAroundBeginning();
    const window = `startDateTime=${from}&endDateTime=${to}`;
    const path = `/me/events/${encodeURIComponent(series)}/instances?${window}&$select=id&$top=200`;
    return (await ask<{ value: { id: string }[] }>({ path, prefer: IN_UTC })).value.map(({ id }) => id).sort();
  },
};

async function seriesOf(id: string, ask: AskGraph): Promise<string | undefined> {
  const path = `/me/events/${encodeURIComponent(id)}?$select=id,type,seriesMasterId`;
  const event = await ask<SeenEvent>({ path });
  return event.type === 'seriesMaster' ? event.id : (event.seriesMasterId ?? undefined);
}

/** From midnight to midnight of UTC, when nothing begins or ends. */
function rangeAroundBeginning(): { readonly from: string; readonly to: string } {
  const midnight = (days: number) => `${new Date(BEGINNING_MS + days * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`;
  return { from: midnight(-20), to: midnight(20) };
}
