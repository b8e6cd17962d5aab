import type { EventInstance } from './model.js';

/** What the reader of a shared calendar sees of a private event: that there is one. */
export function veiled(instance: EventInstance): EventInstance {
  const nowhere = { displayName: '' };
  const fields = {
    ...instance.fields,
    subject: 'Private Appointment',
    body: { contentType: 'html', content: '' } as const,
    location: nowhere,
    locations: [],
    attendees: [],
    categories: [],
    isOnlineMeeting: false,
    joinUrl: null,
  };
  return { ...instance, fields };
}
