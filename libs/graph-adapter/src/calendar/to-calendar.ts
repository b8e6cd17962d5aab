import type { Calendar } from '@app/domain';
import type { Calendar as GraphCalendarResource } from '@microsoft/microsoft-graph-types';
import { textOf } from '../http/documented.js';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of a calendar. */
export const CALENDAR_FIELDS = ['id', 'name', 'isDefaultCalendar', 'canEdit', 'owner'] as const;

export function toCalendar({ id, name, isDefaultCalendar, canEdit, owner }: GraphCalendarResource): Calendar {
  if (!id) throw unreadable('a calendar without an id');
  return {
    id,
    name: textOf(name) ?? '',
    isDefault: isDefaultCalendar ?? false,
    canEdit: canEdit ?? false,
    owner: owner?.address ? { name: owner.name || undefined, address: owner.address } : undefined,
  };
}
