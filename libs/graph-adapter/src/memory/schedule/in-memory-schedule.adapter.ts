import {
  type MeetingSearch,
  type MeetingTimes,
  type Schedule,
  SchedulePort,
  type ScheduleQuery,
  type UserContext,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { findMeetingTimes } from './find-meeting-times.js';
import { Mailboxes, tenantOf } from '../mailboxes.js';
import { assertGranted } from '../assert-granted.js';
import { entriesOf } from './schedule-entries.js';

/** Free and busy times in memory; of everybody whose key names the same tenant. */
@Injectable()
export class InMemorySchedule extends SchedulePort {
  readonly #mailboxes: Mailboxes;

  constructor(mailboxes: Mailboxes) {
    super();
    this.#mailboxes = mailboxes;
  }

  override async schedulesOf(user: UserContext, query: ScheduleQuery): Promise<readonly Schedule[]> {
    assertGranted(user, 'Calendars.ReadBasic');
    const tenant = tenantOf(this.#mailboxes.of(user));
    return query.addresses.map((address) => {
      const mailbox = this.#mailboxes.withAddress(address);
      if (!mailbox || tenantOf(mailbox) !== tenant) return { address, entries: [], unreadable: 'unavailable' };
      return { address, entries: entriesOf(mailbox, query) };
    });
  }

  override async meetingTimes(user: UserContext, search: MeetingSearch): Promise<MeetingTimes> {
    assertGranted(user, 'Calendars.Read.Shared');
    const organizer = this.#mailboxes.of(user);
    const query = { range: search.range, timeZone: organizer.settings.timeZone ?? 'UTC' };
    const others = search.addresses.filter(
      (address) => address.toLowerCase() !== organizer.owner.address.toLowerCase(),
    );
    return findMeetingTimes(search, organizer, {
      own: entriesOf(organizer, query),
      others: others.map((address) => {
        const mailbox = this.#mailboxes.withAddress(address);
        const isKnown = mailbox !== undefined && tenantOf(mailbox) === tenantOf(organizer);
        return { address, entries: isKnown ? entriesOf(mailbox, query) : undefined };
      }),
    });
  }
}
