import type { Calendar } from '@app/domain';
import type { Calendar as GraphCalendarResource } from '@microsoft/microsoft-graph-types';
import { documented } from '../http/documented.js';
import type { Shape } from '../http/shape.js';
import { unreadable } from '../http/unreadable.js';

/** What `$select` asks for of a calendar. */
export const CALENDAR_FIELDS = ['id', 'name', 'isDefaultCalendar', 'canEdit', 'owner'] as const;

const SHAPE = {
  id: 'text',
  name: 'text',
  isDefaultCalendar: 'flag',
  canEdit: 'flag',
  owner: { name: 'text', address: 'text' },
} as const satisfies Shape;

export const toCalendar = documented('a calendar', SHAPE, readCalendar);

function readCalendar({ id, name, isDefaultCalendar, canEdit, owner }: GraphCalendarResource): Calendar {
  if (!id) throw unreadable('a calendar without an id');
  return {
    id,
    name: name ?? '',
    isDefault: isDefaultCalendar ?? false,
    canEdit: canEdit ?? false,
    owner: owner?.address ? { name: owner.name || undefined, address: owner.address } : undefined,
  };
}
