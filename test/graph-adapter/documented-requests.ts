import { type NewEvent, toIanaZone } from '@app/domain';
import type { DriveItem, Event, Message } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { aNewEvent } from '@app/testing';
import type { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';

type Adapters = ReturnType<typeof adaptersOn>;

/** How the adapters come to ask what a documented example asks. */
export interface DocumentedRequest {
  /** Names of the examples. */
  readonly of: readonly string[];
  readonly ask: (adapters: Adapters, body: object) => Promise<unknown>;
  /** What no tool gives, so that it is not compared. */
  readonly without?: readonly string[];
}

const ID = 'AAMk=';
const ROOT = { itemId: 'root' };
const ITEM = { itemId: ID };
const CONFLICT = '@microsoft.graph.conflictBehavior';
const user = callWith('token', ['Calendars.ReadWrite', 'Mail.ReadWrite', 'Mail.Send', 'User.Read', 'Files.ReadWrite']);
const range = { start: '2019-04-08T09:00:00Z', end: '2019-04-30T09:00:00Z' };

/** Every documented request that a tool makes too. */
export const DOCUMENTED_REQUESTS: readonly DocumentedRequest[] = [
  { of: ['user_get_calendars'], ask: ({ calendar }) => calendar.listCalendars(user) },
  { of: ['get_calendarview'], ask: ({ calendar }) => calendar.listEvents(user, { range, limit: 5 }) },
  { of: ['get_all_rooms'], ask: ({ places }) => places.listRooms(user) },
  { of: ['get_instances'], ask: ({ calendar }) => calendar.listOccurrences(user, ID, { range, limit: 5 }) },
  { of: ['get_event'], ask: ({ calendar }) => calendar.getEvent(user, ID, { withBody: true }) },
  { of: ['delete_event'], ask: ({ calendar }) => calendar.deleteEvent(user, { id: ID, version: 'W/"1"' }) },
  {
    of: ['create_event_from_calendar', 'create_event_from_calendar_with_online_meeting'],
    ask: ({ calendar }, body) => calendar.createEvent(user, { ...toNewEvent(body), calendarId: ID }),
  },
  {
    of: ['create_event_from_user_multiple_locations', 'create_event_recurring'],
    ask: ({ calendar }, body) => calendar.createEvent(user, toNewEvent(body)),
    without: ['locations', 'locationType', 'allowNewTimeProposals'],
  },
  {
    of: ['event_accept'],
    ask: ({ calendar }, body) =>
      calendar.respond(user, ID, { answer: 'accept', notifyOrganizer: true, comment: commentOf(body) }),
  },
  {
    of: ['event_tentativelyaccept'],
    ask: ({ calendar }, body) =>
      calendar.respond(user, ID, {
        answer: 'tentative',
        notifyOrganizer: true,
        comment: commentOf(body),
        proposedTime: { start: '2019-12-03T02:00:00Z', end: '2019-12-03T03:00:00Z' },
      }),
  },
  { of: ['get_mailfolders'], ask: ({ mail }) => mail.listFolders(user) },
  {
    of: ['mailfolder_get_childfolders', 'mailfolder_get_hiddenchildfolders'],
    ask: ({ mail }) => mail.listFolders(user, ID),
    without: ['includeHiddenFolders'],
  },
  {
    of: ['get_message_in_text', 'get_eventmessage', 'get_event_based_on_eventmessage'],
    ask: ({ mail }) => mail.getMessage(user, ID, 'own'),
  },
  { of: ['eventmessage_get_attachments_v1'], ask: ({ mail }) => mail.getMessage(user, ID, 'own') },
  { of: ['get_reference_attachment'], ask: ({ mail }) => mail.getAttachment(user, ID, ID) },
  { of: ['get_and_expand_item_attachment'], ask: ({ mail }) => mail.getAttachedItem(user, ID, ID) },
  {
    of: ['create_message_from_user'],
    ask: ({ mail }, body) => mail.createDraft(user, toDraft(body)),
    without: ['importance'],
  },
  { of: ['message_createreply'], ask: ({ mail }) => mail.createAnswer(user, ID, 'reply', {}) },
  {
    of: ['user_getmailtips'],
    ask: ({ mail }, body) => mail.mailTips(user, (body as { EmailAddresses: string[] }).EmailAddresses),
    without: ['MailTipsOptions'],
  },
  { of: ['message_send'], ask: ({ mail }) => mail.sendDraft(user, ID) },
  {
    of: ['update_message'],
    ask: ({ mail }, body) => mail.updateDraft(user, { id: ID, version: 'W/"1"' }, toDraft(body)),
    without: ['body', 'inferenceClassification'],
  },
  { of: ['update_eventmessage'], ask: ({ mail }) => mail.organize(user, ID, { isRead: true }) },
  { of: ['get-drive-root'], ask: ({ files }) => files.getItem(user, ROOT) },
  { of: ['item_search'], ask: ({ files }) => files.search(user, 'Contoso Project', { limit: 5 }) },
  { of: ['create-folder'], ask: ({ files }) => files.createFolder(user, ROOT, 'New Folder'), without: [CONFLICT] },
  { of: ['move-item'], ask: ({ files }, body) => files.change(user, ITEM, toChanges(body), '"1"') },
  { of: ['get-item-permissions'], ask: ({ files }) => files.whoCanOpen(user, ITEM) },
  { of: ['delete-drive-item'], ask: ({ files }) => files.delete(user, ITEM, '"1"') },
  {
    of: ['create-embedded-link'],
    ask: ({ files }) => files.shareWithOrganization(user, ITEM, 'view'),
    without: ['type'],
  },
  {
    of: ['upload-via-put'],
    ask: ({ files }, body) =>
      files.writeFile(user, {
        folder: ROOT,
        name: 'FolderA/FileB.txt',
        content: new TextEncoder().encode(String(body)),
        contentType: 'text/plain',
        ifExists: 'replace',
      }),
  },
  // The address of the content is all that is answered; that it is followed, the tests of transfers say.
  {
    of: ['download-item-content', 'convert-item-content'],
    ask: ({ files }) => files.readContent(user, ITEM, 10).catch(() => undefined),
    without: ['format'],
  },
  { of: ['get_mailboxsettings_1'], ask: ({ profile }) => profile.mailboxSettings(user) },
  { of: ['get_person_collection'], ask: ({ people }) => people.findKnown(user, { query: 'adele', limit: 5 }) },
];

/** A body as it is compared: enums in one case, moments as instants, and no more than the tools give. */
export function comparable(body: unknown, without: readonly string[] = []): unknown {
  // Bodies are written as plain text; people by their address alone.
  const left = ['contentType', 'name', ...without];
  const text = JSON.stringify(body ?? {}, (key, value: unknown) => {
    if (left.includes(key)) return undefined;
    return isMoment(value) ? instantOf(value) : typeof value === 'string' ? value.toLowerCase() : value;
  });
  return JSON.parse(text);
}

function isMoment(value: unknown): value is { readonly dateTime: string; readonly timeZone: string } {
  return typeof value === 'object' && value !== null && 'dateTime' in value && 'timeZone' in value;
}

function instantOf({ dateTime, timeZone }: { readonly dateTime: string; readonly timeZone: string }): string {
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(toIanaZone(timeZone)).toInstant().toString();
}

function commentOf(body: object): string | undefined {
  return (body as { readonly comment?: string }).comment;
}

function toNewEvent(body: object): NewEvent {
  const { subject, start, end, recurrence, ...event } = body as Event & { readonly transactionId?: string };
  const { range: dates, pattern } = recurrence ?? {};
  return aNewEvent('', {
    subject: subject ?? '',
    time: {
      allDay: false,
      start: start?.dateTime ?? '',
      end: end?.dateTime ?? '',
      timeZone: toIanaZone(start?.timeZone ?? ''),
    },
    body: event.body?.content ?? undefined,
    location: event.location?.displayName ?? undefined,
    attendees: (event.attendees ?? []).map(({ emailAddress }) => ({
      address: emailAddress?.address ?? '',
      kind: 'required',
    })),
    onlineMeeting: event.isOnlineMeeting ?? false,
    ...(event.transactionId ? { transactionId: event.transactionId } : {}),
    ...(pattern && dates
      ? {
          recurrence: {
            every: 'week',
            interval: pattern.interval ?? 1,
            daysOfWeek: ['monday'],
            from: dates.startDate ?? '',
            until: dates.endDate ?? '',
          },
        }
      : {}),
  });
}

function toDraft(body: object) {
  const { subject, body: words, toRecipients } = body as Message;
  return {
    subject: subject ?? '',
    body: words?.content ?? '',
    ...(toRecipients ? { to: toRecipients.map(({ emailAddress }) => emailAddress?.address ?? '') } : {}),
  };
}

function toChanges(body: object) {
  const { name, parentReference } = body as DriveItem;
  return { name: name ?? undefined, folderId: parentReference?.id ?? undefined };
}
