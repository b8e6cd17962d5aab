/** Properties of `event` that can be selected. */
export const EVENT_PROPERTIES: readonly string[] = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'transactionId', 'iCalUId'],
  ...['originalStart', 'originalStartTimeZone', 'originalEndTimeZone', 'type', 'seriesMasterId', 'occurrenceId'],
  ...['webLink', 'reminderMinutesBeforeStart', 'isReminderOn', 'hasAttachments', 'subject', 'bodyPreview', 'body'],
  ...['importance', 'sensitivity', 'isAllDay', 'isCancelled', 'isOrganizer', 'isDraft', 'responseRequested'],
  ...['showAs', 'onlineMeetingUrl', 'isOnlineMeeting', 'onlineMeetingProvider', 'onlineMeeting', 'uniqueBody'],
  ...['allowNewTimeProposals', 'hideAttendees', 'responseStatus', 'location', 'locations', 'attendees'],
  ...['organizer', 'start', 'end', 'recurrence', 'cancelledOccurrences', 'uid'],
];
