import type { Event } from '@microsoft/microsoft-graph-types';

/** An event as Graph answers it with `Prefer: outlook.timezone="UTC"`. */
export function graphEvent(overrides: Event = {}): Event {
  return {
    id: 'AAMkEvent=',
    subject: 'Planning',
    start: { dateTime: '2026-11-23T08:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-11-23T09:00:00.0000000', timeZone: 'UTC' },
    isAllDay: false,
    type: 'singleInstance',
    seriesMasterId: null,
    location: { displayName: 'Room 7' },
    organizer: { emailAddress: { name: 'Anna Ebert', address: 'anna@contract.example' } },
    isOrganizer: false,
    isCancelled: false,
    sensitivity: 'normal',
    showAs: 'busy',
    responseStatus: { response: 'accepted', time: '2026-11-20T08:00:00Z' },
    isOnlineMeeting: false,
    ...overrides,
  };
}
