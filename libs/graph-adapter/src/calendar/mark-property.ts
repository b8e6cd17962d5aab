import type { NewEvent } from '@app/domain';
import type { Event } from '@microsoft/microsoft-graph-types';

/** How Graph names the mark of an event. https://learn.microsoft.com/graph/api/resources/extended-properties-overview */
export const MARK_PROPERTY = 'String {575ba523-4a9d-42f6-96b8-86f2f73b9bbf} Name behalf-client';

/** The mark as a property that events can be filtered by; attendees do not get it. */
export function markProperty({ mark }: NewEvent): Pick<Event, 'singleValueExtendedProperties'> {
  return mark ? { singleValueExtendedProperties: [{ id: MARK_PROPERTY, value: mark.client }] } : {};
}
