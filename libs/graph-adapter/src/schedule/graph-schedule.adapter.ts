import {
  type MeetingSearch,
  type MeetingTimes,
  type Schedule,
  SchedulePort,
  type ScheduleQuery,
  type UserContext,
} from '@app/domain';
import type { MeetingTimeSuggestionsResult, ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { PREFER_EVENTS } from '../calendar/prefer.js';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { unreadable } from '../http/unreadable.js';
import { inKnownZone } from '../shared/in-known-zone.js';
import { fromMeetingSearch } from './from-meeting-search.js';
import { fromScheduleQuery } from './from-schedule-query.js';
import { toMeetingTimes } from './to-meeting-times.js';
import { toSchedule } from './to-schedule.js';

/** Free and busy times of the organisation in Microsoft Graph v1.0. */
@Injectable()
export class GraphSchedule extends SchedulePort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async schedulesOf(user: UserContext, query: ScheduleQuery): Promise<readonly Schedule[]> {
    const path = graphPath(['me', 'calendar', 'getSchedule']);
    const session = this.#graph.sessionFor(user);
    const answer = await inKnownZone(query, ({ timeZone }) =>
      session.ask<{ value?: unknown }>(path, fromScheduleQuery(query, timeZone), PREFER_EVENTS),
    );
    if (!Array.isArray(answer.value)) throw unreadable('no schedules');
    const schedules = answer.value as readonly (ScheduleInformation | null)[];
    return query.addresses.map((address) =>
      orUnavailable(address, () => toSchedule(address, query.range.start, schedules.find(isOf(address)) ?? undefined)),
    );
  }

  override async meetingTimes(user: UserContext, search: MeetingSearch): Promise<MeetingTimes> {
    const path = graphPath(['me', 'findMeetingTimes']);
    const session = this.#graph.sessionFor(user);
    const body = fromMeetingSearch(search);
    return toMeetingTimes(await session.ask<MeetingTimeSuggestionsResult>(path, body, PREFER_EVENTS));
  }
}

/** A schedule that cannot be read hides nobody else's. */
function orUnavailable(address: string, read: () => Schedule): Schedule {
  try {
    return read();
  } catch {
    return { address, entries: [], unreadable: 'unavailable' };
  }
}

function isOf(address: string): (schedule: ScheduleInformation | null) => boolean {
  return (schedule) => String(schedule?.scheduleId).toLowerCase() === address.toLowerCase();
}
