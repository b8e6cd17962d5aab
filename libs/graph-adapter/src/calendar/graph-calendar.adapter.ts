import {
  type Calendar,
  CalendarPort,
  type EventChanges,
  type EventDetails,
  type EventPage,
  type EventQuery,
  type EventResponse,
  type EventVersion,
  type Listed,
  type NewEvent,
  type RangeQuery,
  type UserContext,
} from '@app/domain';
import type { Calendar as GraphCalendarResource, ItemBody } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { documented } from '../http/documented.js';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { readingChange } from '../http/outcome-unknown.js';
import { inKnownZone } from '../shared/in-known-zone.js';
import type { GraphPage } from '../http/graph-session.js';
import { listed, type Readable, readable } from '../http/readable.js';
import { readEvents } from './calendar-view.js';
import { DETAIL_FIELDS } from './event-fields.js';
import { EVENT_SHAPE } from './event-shape.js';
import { fromChanges } from './from-changes.js';
import { fromNewEvent } from './from-new-event.js';
import { fromResponse, RESPONSE_ACTIONS } from './from-response.js';
import { isNoMailbox, orNotShared } from './not-shared.js';
import { PREFER_EVENTS, PREFER_TEXT_BODY } from './prefer.js';
import { CALENDAR_FIELDS, toCalendar } from './to-calendar.js';
import { type GraphEventItem, toEventDetails } from './to-event.js';
import { withJoinBlock } from './with-join-block.js';

const bodyOf = documented('an event', EVENT_SHAPE, ({ body }: GraphEventItem) => body);

/** The calendars of the signed-in person in Microsoft Graph v1.0. */
@Injectable()
export class GraphCalendar extends CalendarPort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async listCalendars(user: UserContext): Promise<Listed<Calendar>> {
    const session = this.#graph.sessionFor(user);
    const pages: Readable<Calendar>[] = [];
    let link: string | undefined = graphPath(['me', 'calendars'], { $select: CALENDAR_FIELDS.join(','), $top: '100' });
    while (link !== undefined) {
      const page: GraphPage<GraphCalendarResource> = await session.getPage<GraphCalendarResource>(link, PREFER_EVENTS);
      pages.push(readable(page.items, toCalendar));
      link = page.nextLink;
    }
    return listed(pages);
  }

  override async listEvents(user: UserContext, query: EventQuery): Promise<EventPage> {
    if (query.calendarOf !== undefined) return this.#listShared(user, query.calendarOf, query);
    const calendar = query.calendarId === undefined ? ['calendar'] : ['calendars', query.calendarId];
    return readEvents(this.#graph.sessionFor(user), ['me', ...calendar, 'calendarView'], query);
  }

  override async listOccurrences(user: UserContext, seriesId: string, query: RangeQuery): Promise<EventPage> {
    return readEvents(this.#graph.sessionFor(user), ['me', 'events', seriesId, 'instances'], query);
  }

  override async getEvent(
    user: UserContext,
    eventId: string,
    { withBody }: { readonly withBody: boolean },
  ): Promise<EventDetails> {
    const fields = withBody ? [...DETAIL_FIELDS, 'body'] : DETAIL_FIELDS;
    const path = graphPath(['me', 'events', eventId], { $select: fields.join(',') });
    const prefer = withBody ? PREFER_TEXT_BODY : PREFER_EVENTS;
    return toEventDetails(await this.#graph.sessionFor(user).get<GraphEventItem>(path, prefer));
  }

  override async createEvent(user: UserContext, event: NewEvent): Promise<EventDetails> {
    const calendar = event.calendarId === undefined ? ['me'] : ['me', 'calendars', event.calendarId];
    const path = graphPath([...calendar, 'events']);
    const session = this.#graph.sessionFor(user);
    const created = await inKnownZone(event.time, (time) =>
      session.post<GraphEventItem>(path, fromNewEvent({ ...event, time }), PREFER_EVENTS),
    );
    return readingChange(path, toEventDetails)({ ...created, body: undefined });
  }

  override async updateEvent(
    user: UserContext,
    { id, version }: EventVersion,
    changes: EventChanges,
  ): Promise<EventDetails> {
    const session = this.#graph.sessionFor(user);
    const path = graphPath(['me', 'events', id]);
    const said = changes.body === undefined ? {} : { body: await this.#bodyWith(user, id, changes.body) };
    const updated = await inKnownZone(changes.time, (time) =>
      session.patch<GraphEventItem>(path, { ...fromChanges({ ...changes, time }), ...said }, PREFER_EVENTS, version),
    );
    return readingChange(path, toEventDetails)({ ...updated, body: undefined });
  }

  override async cancelEvent(user: UserContext, eventId: string, comment?: string): Promise<void> {
    const path = graphPath(['me', 'events', eventId, 'cancel']);
    await this.#graph.sessionFor(user).act(path, comment === undefined ? {} : { Comment: comment }, PREFER_EVENTS);
  }

  override async deleteEvent(user: UserContext, { id, version }: EventVersion): Promise<void> {
    await this.#graph.sessionFor(user).delete(graphPath(['me', 'events', id]), PREFER_EVENTS, version);
  }

  override async respond(user: UserContext, eventId: string, response: EventResponse): Promise<void> {
    const path = graphPath(['me', 'events', eventId, RESPONSE_ACTIONS[response.answer]]);
    await this.#graph.sessionFor(user).act(path, fromResponse(response), PREFER_EVENTS);
  }

  async #listShared(user: UserContext, address: string, query: EventQuery): Promise<EventPage> {
    try {
      return await readEvents(this.#graph.sessionFor(user), ['users', address, 'calendar', 'calendarView'], query);
    } catch (error) {
      throw user.may('Calendars.Read.Shared') || isNoMailbox(error) ? orNotShared(error, address) : error;
    }
  }

  /** As HTML, in which the join block can be told apart. */
  async #bodyWith(user: UserContext, eventId: string, words: string): Promise<ItemBody> {
    const path = graphPath(['me', 'events', eventId], { $select: 'body' });
    return withJoinBlock(bodyOf(await this.#graph.sessionFor(user).get<GraphEventItem>(path, PREFER_EVENTS)), words);
  }
}
