import { adaptersOn } from '../graph-adapter/adapters.js';
import type { CalendarHarness } from './calendar.harness.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphCalendar(): Promise<CalendarHarness> {
  const { origin, as, close } = await openLocalGraph();
  return {
    calendar: adaptersOn(origin).calendar,
    as: (person, scopes = ['Calendars.ReadWrite']) => as(person, scopes),
    addressOf: (person) => PEOPLE[person].mail,
    close,
  };
}
