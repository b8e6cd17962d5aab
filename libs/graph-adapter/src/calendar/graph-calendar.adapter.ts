import {
  type Calendar,
  CalendarPort,
  type EventDetails,
  type EventPage,
  type EventQuery,
  type EventResponse,
  type NewEvent,
  type RangeQuery,
  type UserCall,
} from '@app/domain';
import type { Calendar as GraphCalendarResource, Event } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import type { GraphPage } from '../http/graph-session.js';
import { readEvents } from './calendar-view.js';
import { DETAIL_FIELDS } from './event-fields.js';
import { fromNewEvent } from './from-new-event.js';
import { fromResponse, RESPONSE_ACTIONS } from './from-response.js';
import { PREFER_EVENTS, PREFER_TEXT_BODY } from './prefer.js';
import { CALENDAR_FIELDS, toCalendar } from './to-calendar.js';
import { toEventDetails } from './to-event.js';

/** The calendars of the signed-in person in Microsoft Graph v1.0. */
@Injectable()
export class GraphCalendar extends CalendarPort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async listCalendars(user: UserCall): Promise<readonly Calendar[]> {
    const session = this.#graph.sessionFor(user);
    const calendars: Calendar[] = [];
    let link: string | undefined = graphPath(['me', 'calendars'], { $select: CALENDAR_FIELDS.join(','), $top: '100' });
    while (link !== undefined) {
      const page: GraphPage<GraphCalendarResource> = await session.getPage<GraphCalendarResource>(link, PREFER_EVENTS);
      calendars.push(...page.items.map(toCalendar));
      link = page.nextLink;
    }
    return calendars;
  }

  override async listEvents(user: UserCall, query: EventQuery): Promise<EventPage> {
    const calendar = query.calendarId === undefined ? ['calendar'] : ['calendars', query.calendarId];
    return readEvents(this.#graph.sessionFor(user), ['me', ...calendar, 'calendarView'], query);
  }

  override async listOccurrences(user: UserCall, seriesId: string, query: RangeQuery): Promise<EventPage> {
    return readEvents(this.#graph.sessionFor(user), ['me', 'events', seriesId, 'instances'], query);
  }

  override async getEvent(
    user: UserCall,
    eventId: string,
    { withBody }: { readonly withBody: boolean },
  ): Promise<EventDetails> {
    const fields = withBody ? [...DETAIL_FIELDS, 'body'] : DETAIL_FIELDS;
    const path = graphPath(['me', 'events', eventId], { $select: fields.join(',') });
    const prefer = withBody ? PREFER_TEXT_BODY : PREFER_EVENTS;
    return toEventDetails(await this.#graph.sessionFor(user).get<Event>(path, prefer));
  }

  override async createEvent(user: UserCall, event: NewEvent): Promise<EventDetails> {
    const calendar = event.calendarId === undefined ? ['me'] : ['me', 'calendars', event.calendarId];
    const path = graphPath([...calendar, 'events']);
    const created = await this.#graph.sessionFor(user).post<Event>(path, fromNewEvent(event), PREFER_EVENTS);
    return toEventDetails({ ...created, body: undefined });
  }

  override async respond(user: UserCall, eventId: string, response: EventResponse): Promise<void> {
    const path = graphPath(['me', 'events', eventId, RESPONSE_ACTIONS[response.answer]]);
    await this.#graph.sessionFor(user).act(path, fromResponse(response), PREFER_EVENTS);
  }
}
