import type { Kept } from './kept.js';
import { TEXT, SLOT, BEN, series, NUMBERED } from './kept-parts.js';

/** Further examples of the reference's pages on events, in words of our own. */
export const EVENT_PAGES: readonly Kept[] = [
  [
    200,
    'GET',
    '/me/events/{id}?$select=subject,body,bodyPreview,organizer,attendees,start,end,location,locations',
    TEXT,
  ],
  [200, 'GET', '/me/events?$select=subject,body,bodyPreview', TEXT],
  [
    200,
    'GET',
    '/me/events/{id}/instances?startDateTime=2026-11-23T00:00:00Z&endDateTime=2027-01-30T00:00:00Z&$select=subject,start,end,occurrenceId,type',
  ],
  [
    200,
    'GET',
    '/me/events/{id}?$select=subject,start,end,occurrenceId,exceptionOccurrences,cancelledOccurrences&$expand=exceptionOccurrences',
  ],
  [
    200,
    'GET',
    "/me/events/{id}?$expand=singleValueExtendedProperties($filter=id eq 'String {66f5a359-4659-4830-9070-00040ec6ac6e} Name Color')",
  ],
  [200, 'GET', "/me/events/{id}?$expand=extensions($filter=id eq 'com.contoso.reference')"],
  [200, 'GET', '/me/events/{id}?$expand=attachments'],
  [200, 'GET', '/me/calendars/{id}'],
  [200, 'GET', '/me/calendar?$select=id,name,owner'],
  [200, 'GET', '/me/calendars/{id}/events'],
  [200, 'GET', '/me/calendars/{id}/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z'],
  [
    200,
    'GET',
    '/me/calendarView?startDateTime=2026-11-20T19:00:00-08:00&endDateTime=2026-12-07T19:00:00-08:00&$top=2&$skip=1',
    { answer: { value: [{ subject: '' }] } },
  ],
  [
    200,
    'GET',
    '/me/calendarView?startDateTime=2026-11-20T19:00:00-08:00&endDateTime=2026-12-07T19:00:00-08:00&$count=true&$select=subject,organizer',
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        ...SLOT,
        subject: 'Places',
        body: { contentType: 'HTML', content: 'x' },
        location: { displayName: 'Cordova conference room' },
        locations: [
          { displayName: 'Conf Room 3' },
          {
            displayName: 'Fourth Coffee',
            address: {
              street: '4567 Main St',
              city: 'Redmond',
              state: 'WA',
              countryOrRegion: 'US',
              postalCode: '32008',
            },
            coordinates: { latitude: 47.672, longitude: -102.103 },
          },
          { displayName: 'Home Office' },
        ],
        attendees: [{ ...BEN, type: 'required' }],
        allowNewTimeProposals: true,
      },
    },
  ],
  [201, 'POST', '/me/events', { requestBody: series({ type: 'daily', interval: 1 }, NUMBERED) }],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: series(
        { type: 'weekly', interval: 2, daysOfWeek: ['Thursday', 'Friday'], firstDayOfWeek: 'monday' },
        { type: 'endDate', startDate: '2026-12-10', endDate: '2027-02-28' },
      ),
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: series(
        { type: 'absoluteMonthly', interval: 3, dayOfMonth: 10 },
        { type: 'noEnd', startDate: '2026-12-10' },
      ),
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: series(
        { type: 'absoluteYearly', interval: 1, dayOfMonth: 10, month: 12 },
        {
          type: 'noEnd',
          startDate: '2026-12-10',
          recurrenceTimeZone: 'Pacific Standard Time',
          endDate: '0001-01-01',
          numberOfOccurrences: 0,
        },
      ),
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: series(
        { type: 'relativeYearly', interval: 1, daysOfWeek: ['thursday'], index: 'second', month: 12 },
        NUMBERED,
      ),
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        ...SLOT,
        subject: 'Held',
        hideAttendees: true,
        sensitivity: 'private',
        importance: 'high',
        showAs: 'tentative',
        isReminderOn: false,
        responseRequested: false,
        attendees: [{ ...BEN, type: 'optional' }],
      },
    },
  ],
  [
    201,
    'POST',
    '/me/events',
    {
      requestBody: {
        ...SLOT,
        subject: 'With a property',
        singleValueExtendedProperties: [
          { id: 'String {66f5a359-4659-4830-9070-00040ec6ac6e} Name Fun', value: 'Food' },
        ],
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/events/{id}',
    {
      requestBody: {
        originalStartTimeZone: 'originalStartTimeZone-value',
        originalEndTimeZone: 'originalEndTimeZone-value',
        responseStatus: { response: '', time: 'datetime-value' },
        recurrence: null,
        iCalUId: 'iCalUId-value',
        reminderMinutesBeforeStart: 99,
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        isReminderOn: true,
        hideAttendees: false,
        categories: ['Red category'],
      },
    },
  ],
  [
    200,
    'PATCH',
    '/me/events/{id}',
    {
      requestBody: {
        attendees: [{ ...BEN, type: 'required' }],
        location: { displayName: 'Room 2' },
        body: { contentType: 'text', content: 'New' },
      },
    },
  ],
  [
    202,
    'POST',
    '/me/events/{id}/decline',
    {
      requestBody: {
        comment: 'Next week?',
        sendResponse: true,
        proposedNewTime: {
          start: { dateTime: '2026-12-14T18:00:00', timeZone: 'Pacific Standard Time' },
          end: { dateTime: '2026-12-14T19:00:00', timeZone: 'Pacific Standard Time' },
        },
      },
    },
  ],
  [202, 'POST', '/me/events/{id}/tentativelyAccept', { requestBody: { sendResponse: false } }],
  [202, 'POST', '/me/events/{id}/cancel', {}],
  [
    200,
    'POST',
    '/me/findMeetingTimes',
    {
      requestBody: {
        attendees: [{ ...BEN, type: 'Required' }],
        timeConstraint: {
          timeslots: [
            {
              start: { dateTime: '2026-12-10T08:00:00', timeZone: 'Pacific Standard Time' },
              end: { dateTime: '2026-12-11T17:00:00', timeZone: 'Pacific Standard Time' },
            },
          ],
        },
        meetingDuration: 'PT2H',
        maxCandidates: 5,
        minimumAttendeePercentage: 50,
      },
      answer: {
        meetingTimeSuggestions: [
          {
            confidence: 100,
            organizerAvailability: 'free',
            attendeeAvailability: [],
            locations: [],
            meetingTimeSlot: {},
          },
        ],
      },
    },
  ],
  [
    200,
    'POST',
    '/users/{id}/calendar/getSchedule',
    { requestBody: { schedules: ['ben@fernglas.example'], startTime: SLOT.start, endTime: SLOT.end } },
  ],
];
