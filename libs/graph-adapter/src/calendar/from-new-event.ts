import type { NewEvent } from '@app/domain';
import type { Event } from '@microsoft/microsoft-graph-types';
import { fromChanges } from './from-changes.js';
import { markProperty } from './mark-property.js';

/** A new event as Graph takes it. */
export function fromNewEvent(event: NewEvent): Event {
  return {
    ...fromChanges(event),
    transactionId: event.transactionId,
    ...markProperty(event),
    ...(event.onlineMeeting ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
  };
}
