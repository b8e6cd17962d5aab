import { type GraphRoute, atPaths } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { findMeetingTimes } from './find-meeting-times.js';
import { getSchedule } from './get-schedule.js';
import { ofMailbox } from './paths.js';

/** When people are free. */
export function scheduleRoutes(mailboxes: Mailboxes): GraphRoute[] {
  return [
    ...atPaths(ofMailbox('/calendar/getSchedule'), {
      method: 'POST',
      operation: 'schedule.get',
      handle: (request) => getSchedule(mailboxes, request),
    }),
    {
      method: 'POST',
      path: '/me/findMeetingTimes',
      operation: 'meetingTimes.find',
      handle: (request) => findMeetingTimes(mailboxes, request),
    },
  ];
}
