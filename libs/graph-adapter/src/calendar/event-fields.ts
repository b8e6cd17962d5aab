/** What `$select` asks for in lists: just what `CalendarEvent` has. */
export const EVENT_FIELDS = [
  'id',
  'subject',
  'start',
  'end',
  'isAllDay',
  'type',
  'seriesMasterId',
  'location',
  'organizer',
  'isOrganizer',
  'isCancelled',
  'sensitivity',
  'showAs',
  'responseStatus',
  'isOnlineMeeting',
] as const;

/** What `EventDetails` has beyond it; the body is asked for on its own, because it needs another scope. */
export const DETAIL_FIELDS = [
  ...EVENT_FIELDS,
  'attendees',
  'webLink',
  'onlineMeeting',
  'onlineMeetingUrl',
  'recurrence',
  'allowNewTimeProposals',
  'responseRequested',
  'originalStartTimeZone',
] as const;
