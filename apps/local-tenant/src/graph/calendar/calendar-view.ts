import { createHash } from 'node:crypto';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { Resource } from '../odata/select.js';
import type { CalendarRecord } from './model.js';

/** A calendar as Graph writes it, to its owner or to somebody it is shared with. */
export function calendarResource({ user }: Mailbox, calendar: CalendarRecord, isOwn: boolean): Resource {
  return {
    id: calendar.id,
    name: calendar.name,
    color: calendar.color,
    hexColor: '',
    isDefaultCalendar: calendar.isDefault,
    changeKey: changeKey(`${calendar.id}/${calendar.version}`),
    canShare: isOwn,
    canViewPrivateItems: isOwn,
    canEdit: isOwn,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: calendar.isDefault,
    isRemovable: !calendar.isDefault,
    owner: { name: user.displayName, address: user.mail },
  };
}

export function calendarGroupResource({ groupId }: Mailbox): Resource {
  return {
    name: 'My Calendars',
    classId: '0006f0b7-0000-0000-c000-000000000046',
    changeKey: changeKey(groupId),
    id: groupId,
  };
}

function changeKey(version: string): string {
  return `${createHash('sha256').update(version).digest('base64').slice(0, 22)}AAAAAA==`;
}
