import type { TenantUser } from '../../directory/types.js';
import type { DateTimeTimeZone } from '../time/zoned-time.js';

/** `mailboxSettings` of Graph, as far as it is kept here. */
export interface MailboxSettings {
  readonly archiveFolder: string;
  readonly timeZone: string;
  readonly delegateMeetingMessageDeliveryOptions: string;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly userPurpose: string;
  readonly automaticRepliesSetting: AutomaticReplies;
  readonly language: { readonly locale: string; readonly displayName: string };
  readonly workingHours: WorkingHours;
}

export interface AutomaticReplies {
  readonly status: string;
  readonly externalAudience: string;
  readonly internalReplyMessage: string;
  readonly externalReplyMessage: string;
  readonly scheduledStartDateTime: DateTimeTimeZone;
  readonly scheduledEndDateTime: DateTimeTimeZone;
}

export interface WorkingHours {
  readonly daysOfWeek: readonly string[];
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: { readonly name: string };
}

/** What a mailbox has before its owner changes anything. */
export function defaultSettings({ timeZone }: TenantUser, now: Date): MailboxSettings {
  const hour = { dateTime: `${now.toISOString().slice(0, 13)}:00:00.0000000`, timeZone: 'UTC' };
  return {
    archiveFolder: '',
    timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: hour,
      scheduledEndDateTime: hour,
    },
    language: { locale: 'en-US', displayName: 'English (United States)' },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: timeZone },
    },
  };
}
