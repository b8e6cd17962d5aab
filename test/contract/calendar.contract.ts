import { changingContract } from './calendar.changing.contract.js';
import type { CalendarHarness } from './calendar.harness.js';
import { invitationContract } from './calendar.invitation.contract.js';
import { listingContract } from './calendar.listing.contract.js';
import { pagingContract } from './calendar.paging.contract.js';
import { recurrenceContract } from './calendar.recurrence.contract.js';
import { writingContract } from './calendar.writing.contract.js';
import { keptOpen } from '../support/keep-open.js';

/** What every `CalendarPort` does, whatever is behind it. */
export function calendarContract(open: () => Promise<CalendarHarness>): void {
  let harness: CalendarHarness;
  const current = () => harness;
  const keep = keptOpen();
  beforeAll(async () => {
    harness = await keep(open());
  });

  describe('listing events', () => listingContract(current));
  describe('paging', () => pagingContract(current));
  describe('recurring events', () => recurrenceContract(current));
  describe('reading and creating events', () => writingContract(current));
  describe('changing and cancelling events', () => changingContract(current));
  describe('invitations', () => invitationContract(current));
}
