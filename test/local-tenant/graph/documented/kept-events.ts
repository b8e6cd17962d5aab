import type { Kept } from './kept.js';

const SLOT = {
  start: { dateTime: '2026-12-07T09:00:00', timeZone: 'Pacific Standard Time' },
  end: { dateTime: '2026-12-07T10:00:00', timeZone: 'Pacific Standard Time' },
};
const SCHEDULE = {
  schedules: ['anna@fernglas.example', 'ben@fernglas.example'],
  startTime: SLOT.start,
  endTime: { dateTime: '2026-12-07T18:00:00', timeZone: 'Pacific Standard Time' },
  availabilityViewInterval: 60,
};
const CONSTRAINED = {
  attendees: [{ type: 'required', emailAddress: { name: 'Ben', address: 'ben@fernglas.example' } }],
  locationConstraint: {
    isRequired: 'false',
    suggestLocation: 'false',
    locations: [{ resolveAvailability: 'false', displayName: 'Conf room Hood' }],
  },
  timeConstraint: { activityDomain: 'work', timeSlots: [{ start: SLOT.start, end: SCHEDULE.endTime }] },
  isOrganizerOptional: 'false',
  meetingDuration: 'PT1H',
  returnSuggestionReasons: 'true',
  minimumAttendeePercentage: '100',
};
const PACIFIC = { requestHeaders: { Prefer: 'outlook.timezone="Pacific Standard Time"' } };

/** Events, and when people are free. */
export const EVENTS: readonly Kept[] = [
  // Events.
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        subject: 'Online',
        ...SLOT,
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        allowNewTimeProposals: true,
        transactionId: '7E163156-7762-4BEB-A1C6-729EA81755A7',
      },
    },
  ],
  [
    201,
    'POST',
    '/users/{id}/events',
    {
      requestBody: {
        subject: 'All day',
        isAllDay: true,
        start: { dateTime: '2026-12-07T00:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-12-08T00:00:00', timeZone: 'UTC' },
      },
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        subject: 'Every other day',
        ...SLOT,
        recurrence: { pattern: { type: 'daily', interval: 2 }, range: { type: 'noEnd', startDate: '2026-12-07' } },
      },
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        subject: 'Last Friday',
        ...SLOT,
        recurrence: {
          pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
          range: {
            type: 'endDate',
            startDate: '2026-12-07',
            endDate: '2027-06-30',
            recurrenceTimeZone: 'Pacific Standard Time',
          },
        },
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/events/{id}',
    {
      requestBody: {
        originalStartTimeZone: 'Pacific Standard Time',
        subject: 'New',
        reminderMinutesBeforeStart: 99,
        isReminderOn: true,
        categories: ['Red category'],
        showAs: 'oof',
      },
    },
  ],
  [202, 'POST', '/me/events/{id}/decline', { requestBody: { comment: 'No', sendResponse: true } }],
  [202, 'POST', '/me/events/{id}/accept', {}],
  [202, 'POST', '/me/events/{id}/cancel', { requestBody: { Comment: 'Cancelling for this week' } }],
  [
    200,
    'POST',
    '/me/calendar/getSchedule',
    {
      ...PACIFIC,
      requestBody: SCHEDULE,
      answer: { value: [{ scheduleId: '', availabilityView: '', scheduleItems: [], workingHours: {} }] },
    },
  ],
  [
    200,
    'POST',
    '/me/calendar/getschedule',
    {
      requestBody: {
        Schedules: SCHEDULE.schedules,
        StartTime: SCHEDULE.startTime,
        EndTime: SCHEDULE.endTime,
        AvailabilityViewInterval: '30',
      },
    },
  ],
  [
    200,
    'POST',
    '/me/findMeetingTimes',
    { ...PACIFIC, requestBody: CONSTRAINED, answer: { emptySuggestionsReason: '', meetingTimeSuggestions: [] } },
  ],
  [200, 'POST', '/me/findMeetingTimes', {}],
];
