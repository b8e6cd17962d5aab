import { changingContract } from './changing.contract.js';
import type { CalendarHarness } from './calendar.harness.js';
import { invitationContract } from './invitation.contract.js';
import { listingContract } from './listing.contract.js';
import { pagingContract } from './paging.contract.js';
import { recurrenceContract } from './recurrence.contract.js';
import { writingContract } from './writing.contract.js';
import { type Open, openedForSuite } from '../suite.js';

/** What every `CalendarPort` does, whatever is behind it. */
export function calendarContract(open: Open<CalendarHarness>): void {
  const current = openedForSuite(open);

  describe('listing events', () => listingContract(current));
  describe('paging', () => pagingContract(current));
  describe('recurring events', () => recurrenceContract(current));
  describe('reading and creating events', () => writingContract(current));
  describe('changing and cancelling events', () => changingContract(current));
  describe('invitations', () => invitationContract(current));
}
