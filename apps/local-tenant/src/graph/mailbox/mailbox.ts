import type { TenantUser } from '../../directory/types.js';
import type { CalendarItem, CalendarRecord } from '../calendar/model.js';
import { GraphError, itemNotFound } from '../errors.js';
import { DriveStore } from '../files/drive-store.js';
import { MailStore } from '../mail/mail-store.js';
import { IdMint } from './ids.js';
import { type MailboxSettings, defaultSettings } from './settings.js';

/** Everything of one person; nothing of it is reachable through another mailbox. */
export class Mailbox {
  readonly user: TenantUser;
  readonly ids: IdMint;
  readonly groupId: string;
  readonly calendars = new Map<string, CalendarRecord>();
  readonly items = new Map<string, CalendarItem>();
  /** What was created under a `transactionId`. */
  readonly transactions = new Map<string, { readonly itemId: string; readonly fingerprint: string }>();
  readonly mail: MailStore;
  readonly drive: DriveStore;
  settings: MailboxSettings;

  constructor(user: TenantUser, now: Date) {
    this.user = user;
    this.ids = new IdMint(`${user.tenantId}/${user.id}`);
    this.groupId = this.ids.nextFolderId();
    this.settings = defaultSettings(user, now);
    this.addCalendar('Calendar', true);
    this.mail = new MailStore(this.ids);
    this.drive = new DriveStore(user, now);
  }

  get defaultCalendar(): CalendarRecord {
    const [first] = this.calendars.values();
    if (!first) throw new GraphError(500, 'generalException', 'The mailbox has no calendar.');
    return first;
  }

  addCalendar(name: string, isDefault = false, color = 'auto'): CalendarRecord {
    const calendar: CalendarRecord = { id: this.ids.nextFolderId(), name, isDefault, color, version: 1 };
    this.calendars.set(calendar.id, calendar);
    return calendar;
  }

  /** @throws GraphError when this mailbox has no such calendar */
  calendar(id: string | undefined): CalendarRecord {
    if (id === undefined) return this.defaultCalendar;
    const calendar = this.calendars.get(id);
    if (!calendar) throw itemNotFound();
    return calendar;
  }

  itemByUid(iCalUId: string): CalendarItem | undefined {
    return [...this.items.values()].find((item) => item.iCalUId === iCalUId);
  }
}
